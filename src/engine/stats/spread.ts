import { requireFinite } from '../numeric/require.ts';
import { mean, standardDeviation } from './description.ts';
import { quantileOfSorted } from './quantile.ts';
import { sorted } from './sorted.ts';

/**
 * The middle value, or the mean of the two middle ones.
 *
 * @example
 * stats.median([42, 45, 47, 50, 52, 55, 61, 75, 110, 180]);
 */
export function median(values: ArrayLike<number>): number {
  return quantileOfSorted(sorted(values), 0.5, 'linear');
}

/**
 * Median of |x − median|: a spread that up to half of the values cannot spoil. Not scaled; for normal data the standard
 * deviation is 1.4826 times as large.
 *
 * @example
 * stats.medianAbsoluteDeviation([42, 45, 47, 50, 52, 55, 61, 75, 110, 180]);
 */
export function medianAbsoluteDeviation(values: ArrayLike<number>): number {
  const middle = median(values);
  return median(Float64Array.from(values, (value) => Math.abs(value - middle)));
}

/**
 * p75 − p25, by linear interpolation.
 *
 * @example
 * stats.interquartileRange([42, 45, 47, 50, 52, 55, 61, 75, 110, 180]);
 */
export function interquartileRange(values: ArrayLike<number>): number {
  const sample = sorted(values);
  return quantileOfSorted(sample, 0.75, 'linear') - quantileOfSorted(sample, 0.25, 'linear');
}

/**
 * Standard deviation over mean; its square is the scv of queueing formulas. NaN where the mean is 0.
 *
 * @example
 * stats.coefficientOfVariation([10, 12, 9, 11]);
 */
export function coefficientOfVariation(values: ArrayLike<number>, ddof = 1): number {
  const center = requireFinite('the mean of values', mean(values));
  return center === 0 ? Number.NaN : standardDeviation(values, ddof) / center;
}
