import { sum } from '../numeric/sum.ts';

/**
 * Arithmetic mean, with a compensated sum. Throws RangeError for an empty sample.
 *
 * @example
 * stats.mean([0.72, 0.73, 0.71, 0.74, 0.72]);
 */
export function mean(values: ArrayLike<number>): number {
  if (values.length === 0) throw new RangeError('values must hold at least one number, got none');
  return sum(values) / values.length;
}

/**
 * Variance, Σ(x − x̄)²/(n − ddof): the unbiased sample variance for ddof 1, the population's for ddof 0.
 * NaN when n ≤ ddof, since one value says nothing about spread.
 *
 * @example
 * stats.variance([1, 2, 4]);
 * stats.variance([1, 2, 4], 0);
 */
export function variance(values: ArrayLike<number>, ddof = 1): number {
  const center = mean(values);
  const n = values.length;
  if (n <= ddof) return Number.NaN;
  const deviations = Float64Array.from(values, (x) => x - center);
  const squares = sum(deviations.map((d) => d * d));
  const drift = sum(deviations); // what rounding of the mean left over (Chan, Golub & LeVeque 1983)
  return (squares - (drift * drift) / n) / (n - ddof);
}

/**
 * Square root of the variance.
 *
 * @example
 * stats.standardDeviation([0.72, 0.73, 0.71, 0.74, 0.72]);
 */
export function standardDeviation(values: ArrayLike<number>, ddof = 1): number {
  return Math.sqrt(variance(values, ddof));
}

/**
 * Standard error of the mean of independent values, s/√n.
 *
 * @example
 * stats.standardError([0.02, 0.02, 0.02, 0.02, 0.03]);
 */
export function standardError(values: ArrayLike<number>, ddof = 1): number {
  return standardDeviation(values, ddof) / Math.sqrt(values.length);
}
