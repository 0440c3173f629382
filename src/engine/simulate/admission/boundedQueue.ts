import { requireInteger } from '../../numeric/require.ts';
import type { Admission } from './admission.ts';

/**
 * At most `capacity` requests wait at a queue; who comes to a full one is rejected. With c servers that is M/M/c/K with
 * K = c + capacity; capacity 0 is Erlang's loss system. Throws RangeError unless capacity is an integer ≥ 0.
 */
export function boundedQueue({ capacity }: { capacity: number }): Admission {
  requireInteger('capacity', capacity, 0);
  return {
    name: 'boundedQueue',
    parameters: { capacity },
    scope: 'queue',
    start: () => ({ admit: ({ idle, waiting }) => idle || waiting < capacity }),
  };
}
