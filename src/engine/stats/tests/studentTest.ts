import { mean, variance } from '../description.ts';
import { type MeanDifference, tResult } from '../meanTests.ts';

/**
 * Student's test: mean(a) − mean(b) of two independent samples whose variances are equal, with the pooled variance. When
 * they may differ, `welchTest` costs almost nothing and is right.
 *
 * @example
 * stats.studentTest([5, 6, 7], [1, 2, 4]).pValue;
 */
export function studentTest(a: ArrayLike<number>, b: ArrayLike<number>, confidence = 0.95): MeanDifference {
  const error = Math.sqrt(pooledVariance(a, b) * (1 / a.length + 1 / b.length));
  return tResult(mean(a) - mean(b), error, a.length + b.length - 2, confidence);
}

/**
 * Cohen's d, (mean(a) − mean(b))/pooled standard deviation: the size of an effect apart from how sure we are of it. NaN
 * without spread.
 *
 * @example
 * stats.cohenD([5, 6, 7], [1, 2, 4]);
 */
export function cohenD(a: ArrayLike<number>, b: ArrayLike<number>): number {
  const spread = Math.sqrt(pooledVariance(a, b));
  return spread > 0 ? (mean(a) - mean(b)) / spread : Number.NaN;
}

const pooledVariance = (a: ArrayLike<number>, b: ArrayLike<number>): number => {
  const squares = (values: ArrayLike<number>) => variance(values, 0) * values.length;
  const degrees = a.length + b.length - 2;
  return degrees > 0 ? (squares(a) + squares(b)) / degrees : Number.NaN;
};
