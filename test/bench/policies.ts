import { simulateEvents } from '../../src/engine/simulate/events/simulateEvents.ts';
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
  simulate,
  uniform,
  weibull,
  zipf,
} from '../../src/engine/simulate/index.ts';
import { plan } from '../../src/engine/simulate/system.ts';
import { bestOf } from './measure.ts';
import { simjsQueue } from './simjs.ts';

const CUSTOMERS = 1_000_000;
const OPTIONS = { seed: 7, requests: CUSTOMERS, warmup: 0, log: 'none' } as const;

interface Speed {
  seconds: number;
  eventsPerSecond: number;
}

/** A million requests through the event list. */
function events(system: System): Speed {
  const { seconds, result } = bestOf(3, () => simulateEvents(system, plan(system, OPTIONS)));
  return { seconds, eventsPerSecond: (result.counts?.events ?? 0) / seconds };
}

const plain = (service: Law): System => ({ arrivals: poisson(0.8), service });

/** One of each sort of policy that composes, over a hundred servers with a queue each. */
const everyPolicy: System = {
  arrivals: poisson(90),
  service: exponential(1),
  servers: 100,
  routing: powerOfD({ d: 2 }),
  discipline: priority({ shares: [0.3, 0.7] }),
  keys: zipf({ items: 1000, exponent: 1 }),
  cache: lru({ capacity: 20, hitLatency: 0.01 }),
  admission: [boundedQueue({ capacity: 20 }), codel({ target: 2, interval: 10 })],
  timeout: 20,
  retry: retry({ attempts: 3, base: 1, budget: retryBudget({ ratio: 0.1 }) }),
  hedge: hedge({ after: 6 }),
};

/**
 * The event list against SimJS and against the recursion; with every policy on; power of two over a hundred servers; and
 * after many laws and policies have run in the same process (polymorphism: what the plain run loses by that).
 */
export function policiesBench() {
  const mm1 = events(plain(exponential(1)));
  const mm4System: System = { arrivals: poisson(3.6), service: exponential(1), servers: 4 };
  const mm4 = events(mm4System);
  const peer1 = bestOf(2, () => simjsQueue(0.8, 1, CUSTOMERS, 7)).seconds;
  const peer4 = bestOf(2, () => simjsQueue(3.6, 4, CUSTOMERS, 7)).seconds;
  const recursion = bestOf(3, () => simulate(plain(exponential(1)), OPTIONS)).seconds;
  const powerOfTwo = events({
    ...mm4System,
    arrivals: poisson(90),
    servers: 100,
    routing: powerOfD({ d: 2 }),
  });
  const all = events(everyPolicy);
  const laws = [
    constant(1),
    uniform({ min: 0, max: 2 }),
    erlang({ k: 3, mean: 1 }),
    gamma({ mean: 1, scv: 2 }),
    lognormal({ mean: 1, scv: 2 }),
    hyperexponential({ mean: 1, scv: 3 }),
    weibull({ shape: 2, scale: 1.128 }),
    pareto({ shape: 3, mean: 1 }),
  ];
  for (const law of laws) simulateEvents(plain(law), plan(plain(law), { ...OPTIONS, requests: 100_000 }));
  const mixed = events(plain(exponential(1)));
  return {
    mm1EventsPerSecond: mm1.eventsPerSecond,
    mm4EventsPerSecond: mm4.eventsPerSecond,
    ratioToSimJS: peer1 / mm1.seconds,
    ratioToSimJSFourServers: peer4 / mm4.seconds,
    ratioRecursionToEvents: mm1.seconds / recursion,
    powerOfTwoEventsPerSecond: powerOfTwo.eventsPerSecond,
    everyPolicyEventsPerSecond: all.eventsPerSecond,
    ratioEveryPolicyToPlain: all.eventsPerSecond / mm1.eventsPerSecond,
    polymorphismCost: mixed.seconds / mm1.seconds - 1,
  };
}
