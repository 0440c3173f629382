import { requireInteger } from '../../numeric/require.ts';
import type { Admission, Gate } from './admission.ts';

/**
 * At most `capacity` requests wait at a queue; who comes to a full one is rejected. With c servers that is M/M/c/K with
 * K = c + capacity; capacity 0 is Erlang's loss system. Throws RangeError unless capacity is an integer ≥ 0.
 *
 * @example
 * const log = simulate.simulate(
 *   {
 *     arrivals: simulate.poisson(1.2),
 *     service: simulate.exponential(1),
 *     admission: simulate.boundedQueue({ capacity: 9 }),
 *   },
 *   { seed: 1, requests: 50_000 },
 * );
 * simulate.summarize(log).lossProbability;
 * queueing.mmck({ arrivalRate: 1.2, serviceRate: 1, servers: 1, capacity: 10 }).blockProbability;
 */
export function boundedQueue({ capacity }: { capacity: number }): Admission {
  requireInteger('capacity', capacity, 0);
  const gate: Gate = { admit: ({ idle, waiting }) => idle || waiting < capacity };
  return {
    name: 'boundedQueue',
    parameters: { capacity },
    scope: 'queue',
    start: () => gate,
  };
}
