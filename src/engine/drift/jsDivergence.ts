import { at } from '../numeric/at.ts';
import { log } from '../numeric/log.ts';
import { requireNonNegative, requirePositive } from '../numeric/require.ts';
import { normalized, requireSameBins, smoothed } from './distribution.ts';
import { relativeEntropy } from './klDivergence.ts';

export interface JsOptions {
  /** Floor for empty bins; the divergence is finite without it, and 1e-8 changes it only in the eighth digit. */
  epsilon?: number;
  /** Base of the logarithm: Math.E for nats, 2 for bits. */
  base?: number;
}

/**
 * Jensen–Shannon divergence ½·KL(p‖m) + ½·KL(q‖m) with m = (p + q)/2: symmetric, between 0 and ln 2 (1 in bits).
 * Shares or counts, divided by their sum first. Source: J. Lin 1991.
 *
 * @example
 * drift.jsDivergence([0.1, 0.2, 0.3, 0.4], [0.25, 0.25, 0.25, 0.25], { base: 2 });
 */
export function jsDivergence(
  p: ArrayLike<number>,
  q: ArrayLike<number>,
  { epsilon = 1e-8, base = Math.E }: JsOptions = {},
): number {
  requireSameBins('p', p, 'q', q);
  requireNonNegative('epsilon', epsilon);
  requirePositive('base', base);
  const a = smoothed(normalized('p', p), epsilon, 'floor', true);
  const b = smoothed(normalized('q', q), epsilon, 'floor', true);
  const middle = a.map((share, i) => (share + at(b, i)) / 2);
  const nats = (relativeEntropy(a, middle) + relativeEntropy(b, middle)) / 2;
  return base === Math.E ? nats : nats / log(base);
}

/**
 * Jensen–Shannon distance √JSD, a metric.
 *
 * @example
 * drift.jsDistance([0.1, 0.2, 0.3, 0.4], [0.25, 0.25, 0.25, 0.25], { base: 2 });
 */
export function jsDistance(p: ArrayLike<number>, q: ArrayLike<number>, options: JsOptions = {}): number {
  return Math.sqrt(jsDivergence(p, q, options));
}
