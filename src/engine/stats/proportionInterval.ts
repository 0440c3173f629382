import { inverseIncompleteBeta } from '../numeric/beta.ts';
import { normalQuantile } from '../numeric/normal.ts';
import { requireFraction } from '../numeric/require.ts';
import type { Interval } from './interval.ts';
import { requireCounts } from './intervals/requireCounts.ts';

/**
 * Wilson's score interval for a proportion: the values p₀ that a z-test would not reject. Covers close to the stated
 * confidence on average, and does not collapse at 0 or n successes.
 * Throws RangeError unless 0 ≤ successes ≤ trials, both whole, trials ≥ 1. Source: Wilson 1927.
 *
 * @example
 * stats.wilsonInterval(8, 10);
 */
export function wilsonInterval(successes: number, trials: number, confidence = 0.95): Interval {
  requireCounts(successes, trials);
  requireFraction('confidence', confidence);
  const z = normalQuantile(1 - (1 - confidence) / 2);
  const share = successes / trials;
  const weight = (z * z) / trials;
  const center = (share + weight / 2) / (1 + weight);
  const half =
    (z * Math.sqrt((share * (1 - share)) / trials + (z * z) / (4 * trials * trials))) / (1 + weight);
  return {
    lower: successes === 0 ? 0 : Math.max(0, center - half),
    upper: successes === trials ? 1 : Math.min(1, center + half),
  };
}

/**
 * Clopper–Pearson's exact interval for a proportion: covers at least the stated confidence whatever the truth, and is
 * therefore wider than Wilson's. Source: Clopper & Pearson 1934.
 *
 * @example
 * stats.clopperPearson(8, 10);
 */
export function clopperPearson(successes: number, trials: number, confidence = 0.95): Interval {
  requireCounts(successes, trials);
  requireFraction('confidence', confidence);
  const tail = (1 - confidence) / 2;
  return {
    lower: successes === 0 ? 0 : inverseIncompleteBeta(successes, trials - successes + 1, tail),
    upper: successes === trials ? 1 : inverseIncompleteBeta(successes + 1, trials - successes, 1 - tail),
  };
}
