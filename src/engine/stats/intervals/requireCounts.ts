import { requireInteger } from '../../numeric/require.ts';

/** Throws RangeError unless 0 ≤ successes ≤ trials, both whole, and trials ≥ 1. */
export function requireCounts(successes: number, trials: number, prefix = ''): void {
  requireInteger(`${prefix}trials`, trials, 1);
  requireInteger(`${prefix}successes`, successes, 0);
  if (successes > trials)
    throw new RangeError(`${prefix}successes must be <= ${prefix}trials = ${trials}, got ${successes}`);
}
