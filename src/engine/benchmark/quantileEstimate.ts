import { minimumSamples, quantile, quantileInterval, quantiles } from '../stats/index.ts';

/** A quantile with its interval; a bound that this many samples cannot give is null. */
export interface QuantileEstimate {
  readonly p: number;
  /** Smallest x with F(x) ≥ p (inverted distribution function), in the samples' unit. */
  readonly value: number;
  readonly lower: number | null;
  readonly upper: number | null;
  /** Whether both bounds are finite. */
  readonly resolvable: boolean;
  /** Fewest independent samples for which they would be. */
  readonly needed: number;
}

/**
 * A quantile of correlated samples. The interval is the one that `effective` independent samples of the same
 * distribution would have: their stand-ins are `effective` evenly spaced order statistics.
 *
 * @param effective  effective number of samples, ≤ values.length
 */
export function estimateQuantile(
  values: readonly number[],
  p: number,
  effective: number = values.length,
  confidence = 0.95,
): QuantileEstimate {
  const sorted = Float64Array.from(values).sort();
  const standIns = effective >= sorted.length ? sorted : quantiles(sorted, midpoints(effective), 'hazen');
  const { lower, upper } = quantileInterval(standIns, p, confidence);
  const resolvable = Number.isFinite(lower) && Number.isFinite(upper);
  return {
    p,
    value: quantile(sorted, p, 'inverted_cdf'),
    lower: Number.isFinite(lower) ? lower : null,
    upper: Number.isFinite(upper) ? upper : null,
    resolvable,
    needed: minimumSamples(p, confidence),
  };
}

const midpoints = (count: number): number[] =>
  Array.from({ length: count }, (_, index) => (index + 0.5) / count);
