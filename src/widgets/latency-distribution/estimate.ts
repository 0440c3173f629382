import {
  type Interval,
  minimumSamples,
  orderStatisticRanks,
  quantileOfSorted,
} from '../../engine/stats/index.ts';

export type Definition = 'infimum' | 'linear';

/** A sample quantile under both definitions, with the interval that only counts ranks and so suits either. */
export interface QuantileEstimate extends Interval {
  readonly n: number;
  readonly p: number;
  /** Under the chosen definition, in ms. */
  readonly value: number;
  /** inf{t : F(t) ≥ p}, the k-th smallest value. */
  readonly infimum: number;
  readonly rank: number;
  /** Linear interpolation at position (n − 1)p + 1 between the order statistics. */
  readonly linear: number;
  readonly lowerRank: number;
  readonly upperRank: number;
  /** True confidence of the interval. */
  readonly coverage: number;
  /** Whether both bounds are finite; if not, `needed` samples are the fewest for which they are. */
  readonly resolvable: boolean;
  readonly needed: number;
}

export const confidence = 0.95;

/** `sample` in increasing order, at least one value. */
export function estimateQuantile(sample: Float64Array, p: number, definition: Definition): QuantileEstimate {
  const n = sample.length;
  const ranks = orderStatisticRanks(n, p, confidence);
  const infimum = quantileOfSorted(sample, p, 'inverted_cdf');
  const linear = quantileOfSorted(sample, p, 'linear');
  const lower = sample[ranks.lowerRank - 1] ?? -Infinity;
  const upper = sample[ranks.upperRank - 1] ?? Infinity;
  return {
    n,
    p,
    value: definition === 'linear' ? linear : infimum,
    infimum,
    rank: rankOf(n, p),
    linear,
    ...ranks,
    lower,
    upper,
    resolvable: Number.isFinite(lower) && Number.isFinite(upper),
    needed: minimumSamples(p, confidence),
  };
}

/** The smallest k with k/n ≥ p; 0.95 × 20, which is 19 up to a rounding error, counts as 19. */
function rankOf(n: number, p: number): number {
  return Math.min(n, Math.max(1, Math.ceil(n * p * (1 - 4 * Number.EPSILON))));
}

/** Share of the sample at or below a limit: F(limit) of its ECDF. */
export function shareWithin(sample: Float64Array, limit: number): number {
  return countWithin(sample, limit) / sample.length;
}

/** How many values lie at or below a limit. */
export function countWithin(sample: Float64Array, limit: number): number {
  let low = 0;
  let high = sample.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sample[middle] ?? Infinity) <= limit) low = middle + 1;
    else high = middle;
  }
  return low;
}
