import { at } from '../numeric/at.ts';
import { requireFraction } from '../numeric/require.ts';
import { studentQuantile, studentTwoSided } from '../numeric/studentT.ts';
import { mean, standardError, variance } from './description.ts';
import type { Interval } from './interval.ts';

export interface MeanDifference extends Interval {
  mean: number;
  standardError: number;
  /** NaN, like the p-value, where the spread is zero or cannot be estimated. */
  t: number;
  degrees: number;
  /** Two-sided. */
  pValue: number;
}

/**
 * Mean of b − a over pairs that belong together (the same fold, the same request), with Student's t interval and test.
 * Throws RangeError when the lengths differ.
 *
 * @example
 * const baseline = [0.72, 0.73, 0.71, 0.74, 0.72];
 * const candidate = [0.74, 0.75, 0.73, 0.76, 0.75];
 * const { mean, standardError } = stats.pairedDifference(baseline, candidate);
 * mean;
 * standardError;
 */
export function pairedDifference(
  a: ArrayLike<number>,
  b: ArrayLike<number>,
  confidence = 0.95,
): MeanDifference {
  if (a.length !== b.length)
    throw new RangeError(`a and b must be pairs, got ${a.length} and ${b.length} values`);
  const differences = Float64Array.from(b, (value, i) => value - at(a, i));
  return tResult(mean(differences), standardError(differences), differences.length - 1, confidence);
}

/**
 * Welch's test: mean(a) − mean(b) of two independent samples whose variances may differ, with the
 * Welch–Satterthwaite degrees of freedom.
 *
 * @example
 * stats.welchTest([108, 112, 115, 104, 131], [102, 98, 101, 99, 105]).pValue;
 */
export function welchTest(a: ArrayLike<number>, b: ArrayLike<number>, confidence = 0.95): MeanDifference {
  const shareA = variance(a) / a.length;
  const shareB = variance(b) / b.length;
  const total = shareA + shareB;
  const degrees = (total * total) / ((shareA * shareA) / (a.length - 1) + (shareB * shareB) / (b.length - 1));
  return tResult(mean(a) - mean(b), Math.sqrt(total), degrees, confidence);
}

/** Student’s interval and test of a difference with its standard error. */
export function tResult(
  difference: number,
  error: number,
  degrees: number,
  confidence: number,
): MeanDifference {
  requireFraction('confidence', confidence);
  const known = error > 0 && degrees > 0;
  const t = known ? difference / error : Number.NaN;
  const half = known ? studentQuantile(1 - (1 - confidence) / 2, degrees) * error : Number.NaN;
  return {
    mean: difference,
    standardError: error,
    t,
    degrees,
    pValue: known ? studentTwoSided(t, degrees) : Number.NaN,
    lower: difference - half,
    upper: difference + half,
  };
}
