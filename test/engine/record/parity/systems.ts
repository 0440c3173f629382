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
  'bounded queue': {
    ...base,
    arrivals: simulate.poisson(5),
    admission: simulate.boundedQueue({ capacity: 6 }),
  },
  'token bucket and deadline': {
    ...base,
    arrivals: simulate.poisson(6),
    admission: [simulate.tokenBucket({ rate: 5, burst: 4 }), simulate.deadlineDrop({ deadline: 2 })],
  },
  codel: { ...base, arrivals: simulate.poisson(5), admission: simulate.codel({ target: 0.5, interval: 5 }) },
  'adaptive concurrency, AIMD': {
    ...base,
    arrivals: simulate.poisson(6),
    admission: simulate.aimdConcurrency({ latency: 3 }),
  },
  'adaptive concurrency, gradient': {
    ...base,
    arrivals: simulate.poisson(6),
    admission: simulate.gradientConcurrency(),
  },
  'timeout, retry with budget, breaker': {
    ...base,
    arrivals: simulate.poisson(4.2),
    timeout: 3,
    retry: simulate.retry({ attempts: 4, base: 0.5, budget: simulate.retryBudget({ ratio: 0.2 }) }),
    breaker: simulate.circuitBreaker({ failures: 8, cooldown: 5 }),
  },
  'patience until service': {
    ...base,
    timeout: simulate.timeout({ after: random.exponential(2), until: 'started', cancels: 'waiting' }),
  },
  hedge: {
    ...eight,
    arrivals: simulate.poisson(4),
    routing: simulate.powerOfD(),
    hedge: simulate.hedge({ after: 2 }),
  },
  tied: {
    ...eight,
    arrivals: simulate.poisson(4),
    routing: simulate.randomRouting(),
    hedge: simulate.tied(),
  },
  'lru cache': {
    ...base,
    arrivals: simulate.poisson(5),
    keys: random.zipf({ items: 500, exponent: 1 }),
    cache: simulate.lru({ capacity: 50 }),
  },
  'lfu cache': {
    ...base,
    arrivals: simulate.poisson(5),
    keys: random.zipf({ items: 500, exponent: 1 }),
    cache: simulate.lfu({ capacity: 50 }),
  },
  'ttl cache': {
    ...base,
    arrivals: simulate.poisson(5),
    keys: random.zipf({ items: 500, exponent: 1 }),
    cache: simulate.ttl({ lifetime: 20, sliding: true }),
  },
  autoscaler: {
    arrivals: random.diurnal({ rate: 8, amplitude: 0.7, period: 400 }),
    service: simulate.exponential(1),
    servers: 3,
    autoscaler: simulate.hpa({ target: 0.7, maximum: 30, coldStart: 10, metricLag: 5 }),
  },
  'scale to zero': {
    arrivals: simulate.poisson(0.6),
    service: simulate.exponential(1),
    autoscaler: simulate.scaleToZero({ setup: random.exponential(4) }),
  },
  faults: {
    ...base,
    events: [
      simulate.outage({ at: 100, duration: 30, servers: [0, 1] }),
      simulate.slowdown({ at: 300, duration: 60, servers: [2], factor: 8 }),
      simulate.spike({ at: 500, duration: 40, factor: 2 }),
    ],
  },
};
