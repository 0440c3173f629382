import { at } from '../numeric/at.ts';
import { log } from '../numeric/log.ts';
import { requireNonNegative } from '../numeric/require.ts';
import { sum } from '../numeric/sum.ts';
import { normalized, requireSameBins, type Smoothing, smoothed } from './distribution.ts';

export interface PsiOptions {
  epsilon?: number;
  /** 'floor' (default) raises empty bins to epsilon, 'add' adds epsilon to every bin, 'none' leaves Infinity. */
  smoothing?: Smoothing;
  /** Divide by the new sum after smoothing (default). */
  renormalize?: boolean;
}

/**
 * Population stability index Σ (cᵢ − rᵢ)·ln(cᵢ/rᵢ) between the shares of the same bins, in nats; it equals
 * KL(c‖r) + KL(r‖c), is symmetric and ≥ 0. Counts are divided by their sum first.
 *
 * An empty bin makes the plain formula infinite, and epsilon then decides the result (1e-8 and 1e-2 differ by a factor of
 * seven): state epsilon beside the number. Rule of thumb: above 0.1 look, above 0.25 act.
 * Source: N. Siddiqi, Credit Risk Scorecards, 2006.
 *
 * @example
 * drift.psi([0.2, 0.3, 0.25, 0.25], [0.1, 0.25, 0.3, 0.35]);
 */
export function psi(
  reference: ArrayLike<number>,
  current: ArrayLike<number>,
  { epsilon = 1e-8, smoothing = 'floor', renormalize = true }: PsiOptions = {},
): number {
  requireSameBins('reference', reference, 'current', current);
  requireNonNegative('epsilon', epsilon);
  const r = smoothed(normalized('reference', reference), epsilon, smoothing, renormalize);
  const c = smoothed(normalized('current', current), epsilon, smoothing, renormalize);
  return sum(
    c.map((share, i) => {
      const base = at(r, i);
      return share === base ? 0 : (share - base) * (log(share) - log(base));
    }),
  );
}
