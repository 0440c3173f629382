import fc from 'fast-check';
import { expect, it } from 'vitest';
import {
  boundedQueue,
  constant,
  deterministic,
  exponential,
  fcfs,
  hyperexponential,
  leastLoaded,
  leastWork,
  lifo,
  poisson,
  powerOfD,
  priority,
  roundRobin,
  type System,
  shortestFirst,
} from '../../../src/engine/simulate/index.ts';
import { throughEvents } from './support/longRun.ts';

/** Systems without a policy that touches servers or requests on their way; many things happen at the same moment in some. */
const plainSystem: fc.Arbitrary<System> = fc.record({
  arrivals: fc.constantFrom(poisson(2.5), deterministic(0.5), deterministic(0.25)),
  service: fc.constantFrom(exponential(1), constant(1), constant(0.5), hyperexponential({ mean: 1, scv: 5 })),
  servers: fc.constantFrom(1, 3, 4, 40),
  discipline: fc.constantFrom(fcfs(), lifo(), shortestFirst(), priority({ shares: [0.3, 0.7] })),
  routing: fc.constantFrom(undefined, roundRobin(), powerOfD({ d: 2 }), leastLoaded(), leastWork()),
});

const speeds = (servers: number): number[] => Array.from({ length: servers }, (_, k) => 1 + (k % 3) / 2);

it('a gate that lets everybody in changes nothing: the short way of a plain system is the long one', () => {
  fc.assert(
    fc.property(plainSystem, fc.integer(), fc.boolean(), (system, seed, uneven) => {
      const servers = { ...system, ...(uneven && { speeds: speeds(system.servers ?? 1) }) };
      const options = { seed, requests: 300, warmup: 0 };
      const gated = { ...servers, admission: boundedQueue({ capacity: 1e6 }) };
      expect(throughEvents(servers, options)).toEqual(throughEvents(gated, options));
    }),
    { numRuns: 150 },
  );
});
