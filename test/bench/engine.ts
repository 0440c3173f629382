import { mm1, mmc } from '../../src/engine/queueing/index.ts';
import { exponential, poisson, simulate, summarize } from '../../src/engine/simulate/index.ts';
import { bestOf } from './measure.ts';
import { simjsQueue } from './simjs.ts';

const CUSTOMERS = 1_000_000;

export interface QueueBench {
  /** Customers simulated per second, with p50, p95, p99 and intervals. */
  customersPerSecond: number;
  simjsCustomersPerSecond: number;
  ratioToSimJS: number;
  /** The same with every request kept. */
  fullLogCustomersPerSecond: number;
  meanSojourn: number;
  p99: number;
  simjsMeanSojourn: number;
  simjsP99: number;
  theoryMeanSojourn: number;
  theoryP99: number;
}

/**
 * One million customers of M/M/c in this engine and in SimJS, in the same process. First come first served is where the
 * engine needs no event list (a recursion does); SimJS runs its events, as it must for every system.
 */
function queue(arrivalRate: number, servers: number): QueueBench {
  const system = { arrivals: poisson(arrivalRate), service: exponential(1), servers };
  const ours = bestOf(5, () =>
    summarize(simulate(system, { seed: 7, requests: CUSTOMERS, warmup: 0, log: 'none' })),
  );
  const full = bestOf(2, () => simulate(system, { seed: 7, requests: CUSTOMERS, warmup: 0 }).end);
  const peer = bestOf(3, () => simjsQueue(arrivalRate, servers, CUSTOMERS, 7));
  const theory =
    servers === 1 ? mm1({ arrivalRate, serviceRate: 1 }) : mmc({ arrivalRate, serviceRate: 1, servers });
  return {
    customersPerSecond: CUSTOMERS / ours.seconds,
    simjsCustomersPerSecond: CUSTOMERS / peer.seconds,
    ratioToSimJS: peer.seconds / ours.seconds,
    fullLogCustomersPerSecond: CUSTOMERS / full.seconds,
    meanSojourn: ours.result.meanSojourn.value,
    p99: ours.result.p99.value,
    simjsMeanSojourn: peer.result.meanSojourn,
    simjsP99: peer.result.p99,
    theoryMeanSojourn: theory.meanSojourn,
    theoryP99: theory.sojournQuantile(0.99),
  };
}

export function engineBench() {
  return { mm1: queue(0.8, 1), mm4: queue(3.6, 4) };
}
