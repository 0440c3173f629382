import {
  boundedQueue,
  codel,
  constant,
  erlang,
  exponential,
  gamma,
  hedge,
  hyperexponential,
  type Law,
  lognormal,
  lru,
  pareto,
  poisson,
  powerOfD,
  priority,
  retry,
  retryBudget,
  type System,
  uniform,
  weibull,
  zipf,
} from '../../src/engine/simulate/index.ts';

export const mm1: System = { arrivals: poisson(0.8), service: exponential(1) };
export const mm4: System = { arrivals: poisson(3.6), service: exponential(1), servers: 4 };

export const powerOfTwo: System = {
  arrivals: poisson(90),
  service: exponential(1),
  servers: 100,
  routing: powerOfD({ d: 2 }),
};

/** One of each sort of policy that composes, over a hundred servers with a queue each. */
export const everyPolicy: System = {
  ...powerOfTwo,
  discipline: priority({ shares: [0.3, 0.7] }),
  keys: zipf({ items: 1000, exponent: 1 }),
  cache: lru({ capacity: 20, hitLatency: 0.01 }),
  admission: [boundedQueue({ capacity: 20 }), codel({ target: 2, interval: 10 })],
  timeout: 20,
  retry: retry({ attempts: 3, base: 1, budget: retryBudget({ ratio: 0.1 }) }),
  hedge: hedge({ after: 6 }),
};

/** Many laws with mean 1. */
export const manyLaws: readonly Law[] = [
  constant(1),
  uniform({ min: 0, max: 2 }),
  erlang({ k: 3, mean: 1 }),
  gamma({ mean: 1, scv: 2 }),
  lognormal({ mean: 1, scv: 2 }),
  hyperexponential({ mean: 1, scv: 3 }),
  weibull({ shape: 2, scale: 1.128 }),
  pareto({ shape: 3, mean: 1 }),
];
