import { requireProbability } from '../numeric/require.ts';

export interface HistogramQuantile {
  value: number;
  /** The bucket it lies in: all that the counts really say. */
  lower: number;
  upper: number;
  /** True when the rank falls into the last, unbounded bucket: the true quantile is above `value`, by how much is unknown. */
  capped: boolean;
}

/**
 * Quantile from cumulative bucket counts in Prometheus' manner: linear inside the bucket that holds rank q·total, the first
 * one starting at 0 (or at its bound, if that is ≤ 0); in the +Inf bucket the highest finite bound. No count: value NaN.
 *
 * @param buckets [upper bound, values ≤ bound] with rising bounds, the last one Infinity
 * @throws RangeError for bounds that do not rise, counts that fall, no Infinity at the end, or q outside [0, 1]
 *
 * @example
 * // cumulative counts by upper edge, as Prometheus keeps them
 * stats.histogramQuantile(
 *   [
 *     [0.1, 60],
 *     [0.5, 90],
 *     [Infinity, 100],
 *   ],
 *   0.8,
 * );
 */
export function histogramQuantile(
  buckets: readonly (readonly [number, number])[],
  q: number,
): HistogramQuantile {
  requireProbability('q', q);
  requireCumulative(buckets);
  const total = buckets[buckets.length - 1]?.[1] ?? 0;
  if (total === 0) return { value: Number.NaN, lower: Number.NaN, upper: Number.NaN, capped: false };
  const rank = q * total;
  const index = buckets.findIndex(([, count]) => count >= rank && count > 0);
  const [upper, count] = buckets[index] ?? [Infinity, total];
  const [lower, before] = buckets[index - 1] ?? [Math.min(0, upper), 0];
  if (upper === Infinity) return { value: lower, lower, upper, capped: true };
  const share = (rank - before) / (count - before); // the first bucket to reach the rank holds more than those before
  return { value: lower + (upper - lower) * share, lower, upper, capped: false };
}

const requireCumulative = (buckets: readonly (readonly [number, number])[]): void => {
  if (buckets.length < 2) throw new RangeError(`buckets must be at least 2, got ${buckets.length}`);
  buckets.forEach(([bound, count], i) => {
    const [previous, before] = buckets[i - 1] ?? [-Infinity, 0];
    if (!(bound > previous))
      throw new RangeError(`buckets[${i}] must have a bound > ${previous}, got ${bound}`);
    if (!(count >= before && count < Infinity))
      throw new RangeError(`buckets[${i}] must have a cumulative count >= ${before}, got ${count}`);
  });
  const last = buckets[buckets.length - 1]?.[0];
  if (last !== Infinity) throw new RangeError(`the last bucket must have the bound Infinity, got ${last}`);
};
