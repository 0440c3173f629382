import { requirePositive } from '../numeric/require.ts';
import type { Classification } from './kayenta.ts';

export interface ClassifiedMetric {
  classification: Classification;
  /** A critical metric that does not pass fails the canary whatever the rest says. */
  critical?: boolean;
  weight?: number;
}

export interface CanaryScore {
  /** 0 to 100; NaN when no metric had data. */
  score: number;
  class: 'Pass' | 'Marginal' | 'Fail' | 'Nodata';
  /** Critical metrics that failed, by their place. */
  criticalFailures: number[];
}

/**
 * Sums up a canary's metrics: the weighted share that passed, 0–100; metrics without data do not count, unless critical.
 * Pass from `pass` on, Marginal from `marginal` on, else Fail. A critical failure scores 0. Throws RangeError for weights ≤ 0
 * or thresholds out of order. Source: spinnaker/kayenta, WeightedSumScorer and ThresholdScoreClassifier.
 *
 * @example
 * release.canaryScore([
 *   { classification: 'Pass', weight: 3 },
 *   { classification: 'High', weight: 1 },
 * ]);
 */
export function canaryScore(
  metrics: readonly ClassifiedMetric[],
  { pass = 95, marginal = 75 }: { pass?: number; marginal?: number } = {},
): CanaryScore {
  if (!(marginal >= 0 && pass >= marginal && pass <= 100))
    throw new RangeError(`thresholds must be 0 <= marginal <= pass <= 100, got ${marginal} and ${pass}`);
  let [passed, counted] = [0, 0];
  const criticalFailures: number[] = [];
  metrics.forEach(({ classification, critical = false, weight = 1 }, i) => {
    requirePositive(`metrics[${i}].weight`, weight);
    if (critical && classification !== 'Pass') criticalFailures.push(i);
    if (classification === 'Nodata') return;
    counted += weight;
    if (classification === 'Pass') passed += weight;
  });
  if (criticalFailures.length > 0) return { score: 0, class: 'Fail', criticalFailures };
  if (counted === 0) return { score: Number.NaN, class: 'Nodata', criticalFailures };
  const score = (100 * passed) / counted;
  return { score, class: score >= pass ? 'Pass' : score >= marginal ? 'Marginal' : 'Fail', criticalFailures };
}
