import { requireOneOf } from '../numeric/requireOneOf.ts';

/** Against which deviations a test is made: either way, the first sample larger, the first sample smaller. */
export type Alternative = 'two-sided' | 'greater' | 'less';

/** The p-value from P(at least as large) and P(at most as large); two-sided is twice the smaller, at most 1. */
export function pValueOf(alternative: Alternative, { atLeast, atMost }: Tails): number {
  requireOneOf('alternative', alternative, ['two-sided', 'greater', 'less']);
  if (alternative === 'greater') return Math.min(1, atLeast);
  if (alternative === 'less') return Math.min(1, atMost);
  return Math.min(1, 2 * Math.min(atLeast, atMost));
}

export interface Tails {
  atLeast: number;
  atMost: number;
}
