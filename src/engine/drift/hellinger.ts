import { at } from '../numeric/at.ts';
import { log } from '../numeric/log.ts';
import { sum } from '../numeric/sum.ts';
import { normalized, requireSameBins } from './distribution.ts';

/**
 * Hellinger distance √(1 − Σ√(pᵢqᵢ)), a metric in [0, 1], finite with empty bins. Computed as √(½Σ(√pᵢ − √qᵢ)²), which
 * keeps its digits for near distributions. Shares or counts, divided by their sum first. Source: Hellinger 1909.
 *
 * @example
 * drift.hellinger([0.2, 0.3, 0.25, 0.25], [0.1, 0.25, 0.3, 0.35]);
 */
export function hellinger(p: ArrayLike<number>, q: ArrayLike<number>): number {
  requireSameBins('p', p, 'q', q);
  const b = normalized('q', q);
  const roots = normalized('p', p).map((share, i) => Math.sqrt(share) - Math.sqrt(at(b, i)));
  return Math.min(1, Math.sqrt(sum(roots.map((difference) => difference * difference)) / 2));
}

/**
 * Bhattacharyya distance −ln Σ√(pᵢqᵢ): 0 for equal shares, Infinity where no bin is shared; no metric.
 *
 * @example
 * drift.bhattacharyya([0.2, 0.3, 0.25, 0.25], [0.1, 0.25, 0.3, 0.35]);
 */
export function bhattacharyya(p: ArrayLike<number>, q: ArrayLike<number>): number {
  requireSameBins('p', p, 'q', q);
  const b = normalized('q', q);
  const overlap = sum(normalized('p', p).map((share, i) => Math.sqrt(share * at(b, i))));
  return Math.max(0, -log(overlap));
}
