import { requireNonNegative } from '../numeric/require.ts';
import { requireOneOf } from '../numeric/requireOneOf.ts';
import { mean } from '../stats/description.ts';
import { type MeanDifference, pairedDifference, welchTest } from '../stats/meanTests.ts';

/** Which direction is better: accuracy 'higher', latency and error rate 'lower'. */
export type Better = 'higher' | 'lower';

export interface ComparisonOptions {
  better?: Better;
  /** A loss up to this is acceptable, in the metric's unit (default 0). */
  margin?: number;
  confidence?: number;
}

export interface Comparison extends MeanDifference {
  baselineMean: number;
  candidateMean: number;
  /**
   * 'better': the interval lies on the good side of 0; 'notWorse': it lies above the accepted loss; 'worse': it lies beyond
   * that loss; 'inconclusive': none of them, or no spread to judge by.
   */
  verdict: 'better' | 'notWorse' | 'worse' | 'inconclusive';
}

/**
 * Candidate minus baseline over pairs that belong together (fold by fold, request by request): far more sensitive than two
 * separate samples when the pairs vary together. Throws RangeError when the lengths differ.
 *
 * @example
 * const baseline = [0.72, 0.73, 0.71, 0.74, 0.72];
 * const candidate = [0.74, 0.75, 0.73, 0.76, 0.75];
 * release.pairedComparison(baseline, candidate).verdict;
 */
export function pairedComparison(
  baseline: ArrayLike<number>,
  candidate: ArrayLike<number>,
  options: ComparisonOptions = {},
): Comparison {
  return conclude(baseline, candidate, pairedDifference(baseline, candidate, options.confidence), options);
}

/**
 * Candidate minus baseline of two independent samples, by Welch's test. Throws RangeError for an empty sample.
 *
 * @example
 * const baseline = [0.72, 0.73, 0.71, 0.74, 0.72];
 * const candidate = [0.74, 0.75, 0.73, 0.76, 0.75];
 * release.twoSampleComparison(baseline, candidate).verdict;
 */
export function twoSampleComparison(
  baseline: ArrayLike<number>,
  candidate: ArrayLike<number>,
  options: ComparisonOptions = {},
): Comparison {
  return conclude(baseline, candidate, welchTest(candidate, baseline, options.confidence), options);
}

const conclude = (
  baseline: ArrayLike<number>,
  candidate: ArrayLike<number>,
  difference: MeanDifference,
  { better = 'higher', margin = 0 }: ComparisonOptions,
): Comparison => {
  requireOneOf('better', better, ['higher', 'lower']);
  requireNonNegative('margin', margin);
  const [worst, best] =
    better === 'higher' ? [difference.lower, difference.upper] : [-difference.upper, -difference.lower];
  const verdict =
    worst > 0 ? 'better' : best < -margin ? 'worse' : worst >= -margin ? 'notWorse' : 'inconclusive';
  return { ...difference, baselineMean: mean(baseline), candidateMean: mean(candidate), verdict };
};
