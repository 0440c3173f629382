import { requireOneOf } from '../../numeric/requireOneOf.ts';

/** Which changes count: increases, decreases or both. */
export type Direction = 'up' | 'down' | 'both';

/** Whether an increase or a decrease beyond the limit counts. */
export function exceeds(mode: Direction, increase: number, decrease: number, limit: number): boolean {
  return (mode !== 'down' && increase > limit) || (mode !== 'up' && decrease > limit);
}

export const requireDirection = (mode: Direction): Direction =>
  requireOneOf('mode', mode, ['up', 'down', 'both']);
