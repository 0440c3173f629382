import { quantile as d3Quantile } from 'd3-array';
import { quantile as simpleQuantile } from 'simple-statistics';
import { CUSTOMERS, sample } from './cases.ts';
import { bestOf, bestOfAsync, type Clock } from './clock.ts';
import { simjsQueue } from './simjs.ts';
import { simscriptQueue } from './simscript.ts';
import type { Sojourn } from './sojourns.ts';

export interface Peer extends Sojourn {
  customersPerSecond: number;
}

/** SimScript's promises take some 45 µs a customer: a tenth of the million shows its speed just as well. */
const FEWER = CUSTOMERS / 10;

export async function measurePeers(second: Clock) {
  const simjs = (arrivalRate: number, servers: number): Peer => {
    const { seconds, result } = bestOf(4, () => simjsQueue(arrivalRate, servers, CUSTOMERS), second);
    return { ...result, customersPerSecond: CUSTOMERS / seconds };
  };
  const simscript = async (arrivalRate: number, servers: number): Promise<Peer> => {
    const { seconds, result } = await bestOfAsync(
      1,
      () => simscriptQueue(arrivalRate, servers, FEWER),
      second,
    );
    return { ...result, customersPerSecond: FEWER / seconds };
  };
  return {
    mm1: { simjs: simjs(0.8, 1), simscript: await simscript(0.8, 1) },
    mm4: { simjs: simjs(3.6, 4), simscript: await simscript(3.6, 4) },
  };
}

/** Seconds for p50, p95 and p99 of a million values, one call each: neither library takes several at once. */
export function measureQuantiles(second: Clock) {
  const values = sample();
  const probabilities = [0.5, 0.95, 0.99];
  const d3 = bestOf(3, () => probabilities.map((p) => d3Quantile(values, p) ?? Number.NaN), second);
  const list = Array.from(values); // simple-statistics wants an array
  const simple = bestOf(3, () => probabilities.map((p) => simpleQuantile(list, p)), second);
  return { d3, simpleStatistics: simple };
}
