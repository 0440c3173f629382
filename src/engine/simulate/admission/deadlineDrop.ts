import { requirePositive } from '../../numeric/require.ts';
import type { Admission } from './admission.ts';

/**
 * A request whose turn comes more than `deadline` seconds after it arrived is dropped unserved: its answer would come too
 * late, and the server's time goes to those whose would not. Throws RangeError unless deadline > 0.
 *
 * @example
 * const log = simulate.simulate(
 *   {
 *     arrivals: simulate.poisson(1.5),
 *     service: simulate.exponential(1),
 *     admission: simulate.deadlineDrop({ deadline: 5 }),
 *   },
 *   { seed: 1, requests: 20_000 },
 * );
 * simulate.summarize(log).p99.value;
 */
export function deadlineDrop({ deadline }: { deadline: number }): Admission {
  requirePositive('deadline', deadline);
  return {
    name: 'deadlineDrop',
    parameters: { deadline },
    scope: 'queue',
    start: () => ({ keep: ({ now, arrived }) => now - arrived <= deadline }),
  };
}
