import { exp } from './exp.ts';
import { incompleteGamma, logGamma } from './gamma.ts';
import { log } from './log.ts';

/**
 * P(X = k) for X Poisson with mean ≥ 0.
 *
 * @example
 * stats.poissonPmf(3, 5);
 */
export function poissonPmf(k: number, mean: number): number {
  if (k < 0 || !Number.isInteger(k)) return 0;
  if (mean === 0) return k === 0 ? 1 : 0;
  return exp(k * log(mean) - mean - logGamma(k + 1));
}

/**
 * P(X ≤ k).
 *
 * @example
 * stats.poissonCdf(3, 5);
 */
export function poissonCdf(k: number, mean: number): number {
  return k < 0 ? 0 : incompleteGamma(Math.floor(k) + 1, mean).upper;
}

/**
 * P(X > k), without the cancellation of 1 − P(X ≤ k).
 *
 * @example
 * stats.poissonUpper(30, 10);
 */
export function poissonUpper(k: number, mean: number): number {
  return k < 0 ? 1 : incompleteGamma(Math.floor(k) + 1, mean).lower;
}
