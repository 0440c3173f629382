import { inverseIncompleteBeta } from '../../numeric/beta.ts';
import { normalQuantile } from '../../numeric/normal.ts';
import { requireFraction } from '../../numeric/require.ts';
import type { Interval } from '../interval.ts';
import { requireCounts } from './requireCounts.ts';

/**
 * Jeffreys' interval for a proportion: equal tails of the Beta(k + ½, n − k + ½) posterior. Covers the stated confidence on
 * average; with k = 0 or n its bound on that side stays off 0 or 1. Throws as `wilsonInterval`. Source: Brown, Cai &
 * DasGupta 2001.
 *
 * @example
 * stats.jeffreysInterval(8, 10);
 */
export function jeffreysInterval(successes: number, trials: number, confidence = 0.95): Interval {
  requireCounts(successes, trials);
  requireFraction('confidence', confidence);
  const tail = (1 - confidence) / 2;
  const [a, b] = [successes + 0.5, trials - successes + 0.5];
  return { lower: inverseIncompleteBeta(a, b, tail), upper: inverseIncompleteBeta(a, b, 1 - tail) };
}

/**
 * Agresti & Coull's interval: Wald's with z²/2 successes and failures added, cut to [0, 1]. Simple, and a little wider than
 * Wilson's. Source: Agresti & Coull 1998.
 *
 * @example
 * stats.agrestiCoull(8, 10);
 */
export function agrestiCoull(successes: number, trials: number, confidence = 0.95): Interval {
  requireCounts(successes, trials);
  requireFraction('confidence', confidence);
  const z = normalQuantile((1 + confidence) / 2);
  return wald((successes + (z * z) / 2) / (trials + z * z), trials + z * z, z);
}

/**
 * The textbook interval p ± z√(p(1 − p)/n), cut to [0, 1]. Kept to show what is wrong with it: at 0 or n successes it is
 * one point, whatever n. Do not gate on it.
 *
 * @example
 * stats.waldInterval(8, 10);
 */
export function waldInterval(successes: number, trials: number, confidence = 0.95): Interval {
  requireCounts(successes, trials);
  requireFraction('confidence', confidence);
  return wald(successes / trials, trials, normalQuantile((1 + confidence) / 2));
}

const wald = (share: number, trials: number, z: number): Interval => {
  const half = z * Math.sqrt((share * (1 - share)) / trials);
  return { lower: Math.max(0, share - half), upper: Math.min(1, share + half) };
};
