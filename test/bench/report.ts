import { mm1, mmc } from '../../src/engine/queueing/index.ts';
import { type CaseName, CUSTOMERS, caseNames, type Measured } from './cases.ts';
import type { measureMemory } from './memory.ts';
import type { measurePeers, measureQuantiles } from './peers.ts';

type Cases = Record<CaseName, Measured>;
type Peers = Awaited<ReturnType<typeof measurePeers>>;

export interface Readings {
  node: Cases;
  chromium: Cases;
  peers: Peers;
  quantiles: ReturnType<typeof measureQuantiles>;
  memory: ReturnType<typeof measureMemory>;
}

/** Rates and ratios from what was read. A ratio above 1 says that the first named is the faster. */
export function reportOf({ node, chromium, peers, quantiles, memory }: Readings) {
  const rate = ({ events, seconds }: Measured): number => events / seconds;
  return {
    engine: {
      mm1: queue(node.mm1Recursion, peers.mm1, mm1({ arrivalRate: 0.8, serviceRate: 1 })),
      mm4: queue(node.mm4Recursion, peers.mm4, mmc({ arrivalRate: 3.6, serviceRate: 1, servers: 4 })),
      fullLogCustomersPerSecond: CUSTOMERS / node.mm1FullLog.seconds,
    },
    simulator: {
      mm1: queue(node.mm1Events, peers.mm1, mm1({ arrivalRate: 0.8, serviceRate: 1 })),
      mm4: queue(node.mm4Events, peers.mm4, mmc({ arrivalRate: 3.6, serviceRate: 1, servers: 4 })),
      mm1EventsPerSecond: rate(node.mm1Events),
      mm4EventsPerSecond: rate(node.mm4Events),
      powerOfTwoEventsPerSecond: rate(node.powerOfTwo),
      everyPolicyEventsPerSecond: rate(node.everyPolicy),
      ratioRecursionToEvents: node.mm1Events.seconds / node.mm1Recursion.seconds,
      ratioEveryPolicyToPlain: rate(node.everyPolicy) / rate(node.mm1Events),
      polymorphismCost: node.mm1EventsAmongMany.seconds / node.mm1Events.seconds - 1,
    },
    quantiles: {
      seconds: node.quantiles.seconds,
      ratioToD3: quantiles.d3.seconds / node.quantiles.seconds,
      ratioToSimpleStatistics: quantiles.simpleStatistics.seconds / node.quantiles.seconds,
    },
    ratioChromiumToNode: Object.fromEntries(
      caseNames.map((name) => [name, node[name].wallSeconds / chromium[name].wallSeconds]),
    ),
    memory,
  };
}

const queue = (
  { seconds, meanSojourn, p50, p95, p99 }: Measured,
  { simjs, simscript }: Peers['mm1'],
  theory: { meanSojourn: number; sojournQuantile(p: number): number },
) => ({
  customersPerSecond: CUSTOMERS / seconds,
  ratioToSimJS: CUSTOMERS / seconds / simjs.customersPerSecond,
  ratioToSimScript: CUSTOMERS / seconds / simscript.customersPerSecond,
  meanSojourn,
  p50,
  p95,
  p99,
  simjs,
  simscript,
  theory: {
    meanSojourn: theory.meanSojourn,
    p50: theory.sojournQuantile(0.5),
    p95: theory.sojournQuantile(0.95),
    p99: theory.sojournQuantile(0.99),
  },
});
