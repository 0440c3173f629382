import { at } from '../numeric/at.ts';
import { log } from '../numeric/log.ts';
import { requirePositive } from '../numeric/require.ts';
import { sum } from '../numeric/sum.ts';
import { normalized, requireSameBins } from './distribution.ts';

/**
 * Kullback–Leibler divergence KL(p‖q) = Σ pᵢ·ln(pᵢ/qᵢ) in nats (base 2: bits): 0·ln 0 = 0, and Infinity where pᵢ > 0 = qᵢ. Not symmetric.
 * Shares or counts, divided by their sum first. Source: Kullback & Leibler 1951.
 *
 * @example
 * drift.klDivergence([0.1, 0.2, 0.3, 0.4], [0.25, 0.25, 0.25, 0.25]);
 * drift.klDivergence([0.5, 0.5], [1, 0]);
 */
export function klDivergence(
  p: ArrayLike<number>,
  q: ArrayLike<number>,
  { base = Math.E }: { base?: number } = {},
): number {
  requireSameBins('p', p, 'q', q);
  requirePositive('base', base);
  const nats = relativeEntropy(normalized('p', p), normalized('q', q));
  return base === Math.E ? nats : nats / log(base);
}

/** KL of two vectors that are already probabilities. */
export function relativeEntropy(p: Float64Array, q: Float64Array): number {
  const terms = p.map((share, i) => (share === 0 ? 0 : share * log(share / at(q, i))));
  return Math.max(0, sum(terms));
}
