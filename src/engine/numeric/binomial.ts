import { incompleteBeta } from './beta.ts';
import { exp } from './exp.ts';
import { logGamma } from './gamma.ts';
import { log, log1p } from './log.ts';

/**
 * P(X ≤ k) for X binomial(trials, probability).
 *
 * @example
 * stats.binomialCdf(49, 1000, 0.05);
 */
export function binomialCdf(k: number, trials: number, probability: number): number {
  if (k < 0) return 0;
  if (k >= trials) return 1;
  return incompleteBeta(trials - k, k + 1, 1 - probability);
}

/**
 * P(X = k) for X binomial(trials, probability).
 *
 * @example
 * stats.binomialPmf(2, 10, 0.2);
 */
export function binomialPmf(k: number, trials: number, probability: number): number {
  if (k < 0 || k > trials || !Number.isInteger(k)) return 0;
  if (probability === 0 || probability === 1) return k === trials * probability ? 1 : 0;
  const ways = logGamma(trials + 1) - logGamma(k + 1) - logGamma(trials - k + 1);
  return exp(ways + k * log(probability) + (trials - k) * log1p(-probability));
}

/**
 * The number of ways to choose k of n, as a floating-point product; exact while it stays below 2⁵³.
 *
 * @example
 * stats.choose(10, 3);
 */
export function choose(n: number, k: number): number {
  const few = Math.min(k, n - k);
  if (few < 0) return 0;
  let ways = 1;
  for (let i = 1; i <= few; i++) ways = (ways * (n - few + i)) / i;
  return ways;
}
