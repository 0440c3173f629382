import fc from 'fast-check';
import { expect, it } from 'vitest';
import {
  boundedQueue,
  constant,
  deterministic,
  empirical,
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
  type SimulateOptions,
  type System,
  shortestFirst,
} from '../../../src/engine/simulate/index.ts';
import { throughEvents } from './support/longRun.ts';

/** Servers often finish at the same moment, and not in the order of their numbers. */
const halves = empirical([0.5, 0.5, 1, 1, 1.5, 2]);

/** Systems without a policy that touches servers or requests on their way; many things happen at the same moment in some. */
const plainSystem: fc.Arbitrary<System> = fc.record({
  arrivals: fc.constantFrom(poisson(2.5), deterministic(0.5), deterministic(0.25)),
  service: fc.constantFrom(
    exponential(1),
    constant(1),
    constant(0.5),
    hyperexponential({ mean: 1, scv: 5 }),
    halves,
  ),
  servers: fc.oneof(fc.integer({ min: 1, max: 12 }), fc.constant(40)),
  discipline: fc.constantFrom(fcfs(), lifo(), shortestFirst(), priority({ shares: [0.3, 0.7] })),
  routing: fc.constantFrom(undefined, roundRobin(), powerOfD({ d: 2 }), leastLoaded(), leastWork()),
});

const speeds = (servers: number): number[] => Array.from({ length: servers }, (_, k) => 1 + (k % 3) / 2);

const runOptions: fc.Arbitrary<SimulateOptions> = fc
  .record({
    seed: fc.integer(),
    until: fc.constantFrom({ requests: 300 }, { requests: 2500 }, { horizon: 90 }),
    warmup: fc.constantFrom(0, 50),
    log: fc.constantFrom('full', 'sampled', 'none'),
    deadline: fc.constantFrom(2, Infinity),
  })
  .map(({ until, ...options }) => ({ ...options, ...until }));

/** The gate sends a system the long way, through every step of the engine's own loop. */
const agrees = (system: System, options: SimulateOptions): void => {
  const gated = { ...system, admission: boundedQueue({ capacity: 1e6 }) };
  expect(throughEvents(system, options)).toEqual(throughEvents(gated, options));
};

it('a gate that lets everybody in changes nothing: the short way of a plain system is the long one', () => {
  fc.assert(
    fc.property(plainSystem, runOptions, fc.boolean(), (system, options, uneven) => {
      agrees({ ...system, ...(uneven && { speeds: speeds(system.servers ?? 1) }) }, options);
    }),
    { numRuns: 150 },
  );
});

it('one line before a few servers, which has a loop of its own, takes the same path', () => {
  fc.assert(
    fc.property(plainSystem, runOptions, fc.integer({ min: 1, max: 9 }), (system, options, servers) => {
      agrees({ ...system, routing: undefined, servers, speeds: speeds(servers) }, options);
      agrees({ ...system, routing: undefined, servers, arrivals: deterministic(1 / servers) }, options);
    }),
    { numRuns: 150 },
  );
});
