import { random, simulate } from '../../../../src/engine/index.ts';

const base = { arrivals: simulate.poisson(3.4), service: simulate.exponential(1), servers: 4 };
const eight = { ...base, arrivals: simulate.poisson(6.8), servers: 8 };

/** One system for each policy; more than one where a policy has modes. */
export const systems: Record<string, simulate.System> = {
  'one queue': base,
  'heavy service, bursts': {
    ...base,
    arrivals: random.mmpp({ rates: [1, 5], switching: [0.1, 0.1] }),
    service: random.lognormal({ mean: 1, scv: 4 }),
  },
  'pauses and spikes': {
    ...base,
    pauses: [{ at: 100, duration: 10 }],
    spikes: [{ at: 300, duration: 50, factor: 3 }],
  },
  lifo: { ...base, discipline: simulate.lifo() },
  'shortest first': { ...base, discipline: simulate.shortestFirst() },
  'shortest remaining': { ...base, discipline: simulate.shortestRemaining() },
  'processor sharing': { ...base, discipline: simulate.processorSharing() },
  priority: { ...base, discipline: simulate.priority({ shares: [0.3, 0.7] }) },
  'preemptive priority': { ...base, discipline: simulate.priority({ shares: [0.3, 0.7], preemptive: true }) },
  batching: {
    ...base,
    arrivals: simulate.poisson(15),
    service: simulate.affineBatch({ fixed: 0.6, perItem: 0.1 }),
    batching: simulate.dynamicBatching({ maxSize: 8, timeout: 0.2 }),
  },
  random: { ...eight, routing: simulate.randomRouting() },
  'round robin': { ...eight, routing: simulate.roundRobin() },
  weighted: { ...eight, routing: simulate.weighted({ weights: [2, 1, 1, 1, 1, 1, 1, 2] }) },
  'least loaded': { ...eight, routing: simulate.leastLoaded() },
  'power of two': { ...eight, routing: simulate.powerOfD({ d: 2 }) },
  'least work': { ...eight, routing: simulate.leastWork() },
  sticky: { ...eight, routing: simulate.sticky(), keys: random.zipf({ items: 200, exponent: 0.5 }) },
  'uneven servers': { ...eight, speeds: [1, 1, 1, 1, 1, 1, 0.5, 2] },
};
