import type { Comparison } from './compareBlocks.ts';

/**
 * Fewest cores that must have worked at once, from the speed-up of work split among threads: one core does no more
 * work a second than it does alone, so a speed-up that is surely above k needs more than k of them. Holds as long as
 * the machine did not change and the split made the work itself no smaller (as a fuller cache can).
 *
 * @param speedup  time on one thread over time on several, or null where it is not known
 */
export function busyCores(speedup: Comparison | null): number {
  return speedup === null ? 1 : Math.max(1, Math.ceil(speedup.lower));
}
