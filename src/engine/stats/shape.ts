import { power } from '../numeric/exp.ts';
import { sum } from '../numeric/sum.ts';
import { mean } from './description.ts';

/**
 * Skewness m₃/m₂^1.5 of the sample's own moments; `unbiased` multiplies by √(n(n − 1))/(n − 2) (Joanes & Gill's G₁).
 * NaN without spread, or unbiased for n < 3.
 *
 * @example
 * stats.skewness([1, 2, 3, 4, 100]);
 */
export function skewness(values: ArrayLike<number>, { unbiased = false } = {}): number {
  const n = values.length;
  const square = moment(values, 2);
  const biased = moment(values, 3) / (square * Math.sqrt(square));
  if (!unbiased) return biased;
  return n < 3 ? Number.NaN : (biased * Math.sqrt(n * (n - 1))) / (n - 2);
}

/**
 * Excess kurtosis m₄/m₂² − 3: 0 for a normal law, positive for heavier tails. NaN without spread.
 *
 * @example
 * stats.excessKurtosis([1, 2, 3, 4, 100]);
 */
export function excessKurtosis(values: ArrayLike<number>): number {
  return moment(values, 4) / power(moment(values, 2), 2) - 3;
}

const moment = (values: ArrayLike<number>, order: number): number => {
  const center = mean(values);
  return sum(Float64Array.from(values, (value) => power(value - center, order))) / values.length;
};
