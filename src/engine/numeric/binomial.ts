import { incompleteBeta } from './beta.ts';

/** P(X ≤ k) for X binomial(trials, probability). */
export function binomialCdf(k: number, trials: number, probability: number): number {
  if (k < 0) return 0;
  if (k >= trials) return 1;
  return incompleteBeta(trials - k, k + 1, 1 - probability);
}
