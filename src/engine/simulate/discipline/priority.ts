import { requirePositive } from '../../numeric/require.ts';
import type { Discipline } from './discipline.ts';
import { RankedLine } from './rankedLine.ts';

export interface PriorityOptions {
  /** Share of the requests in each class, the most urgent class first; they sum to 1. */
  shares: readonly number[];
  /** Whether an urgent request takes the server from a less urgent one, which later goes on where it stopped. */
  preemptive?: boolean;
}

/**
 * Priority classes: the most urgent class first, in order of arrival within a class. A request's class is drawn from its
 * own stream, so the same requests have the same class under every other policy.
 * Mean sojourns of M/M/1: Cobham 1954 without preemption, Kleinrock vol. 2 §3.6 with it.
 * Throws RangeError unless the shares are > 0 and sum to 1.
 *
 * @example
 * const log = simulate.simulate(
 *   {
 *     arrivals: simulate.poisson(0.8),
 *     service: simulate.exponential(1),
 *     discipline: simulate.priority({ shares: [0.3, 0.7] }),
 *   },
 *   { seed: 1, requests: 50_000 },
 * );
 * const waitsOf = (priority) =>
 *   stats.mean(log.start.map((start, i) => start - log.arrival[i]).filter((_, i) => log.priority[i] === priority));
 * [waitsOf(0), waitsOf(1)];
 */
export function priority({ shares, preemptive = false }: PriorityOptions): Discipline {
  shares.forEach((share, i) => {
    requirePositive(`shares[${i}]`, share);
  });
  const total = shares.reduce((sum, share) => sum + share, 0);
  if (!(Math.abs(total - 1) < 1e-9)) throw new RangeError(`shares must sum to 1, got ${total}`);
  return {
    name: preemptive ? 'preemptivePriority' : 'priority',
    parameters: { shares },
    rank: 'class',
    preemptive,
    sharing: false,
    shares,
    line: () => new RankedLine(),
  };
}
