import { simulateEvents } from '../../src/engine/simulate/events/simulateEvents.ts';
import { type Log, type System, simulate, summarize, type Tally } from '../../src/engine/simulate/index.ts';
import { plan } from '../../src/engine/simulate/system.ts';
import { quantiles } from '../../src/engine/stats/index.ts';
import { bestOf, type Clock } from './clock.ts';
import { everyPolicy, manyLaws, mm1, mm4, powerOfTwo } from './systems.ts';

export const CUSTOMERS = 1_000_000;
const OPTIONS = { seed: 7, requests: CUSTOMERS, warmup: 0, log: 'none' } as const;

export const caseNames = [
  'mm1Recursion',
  'mm4Recursion',
  'mm1FullLog',
  'mm1Events',
  'mm4Events',
  'powerOfTwo',
  'everyPolicy',
  'mm1EventsAmongMany',
  'quantiles',
] as const;

export type CaseName = (typeof caseNames)[number];

/** What one case gave at its best. Events are 0 where none were needed. */
export interface Measured {
  seconds: number;
  wallSeconds: number;
  events: number;
  meanSojourn: number;
  p50: number;
  p95: number;
  p99: number;
}

/**
 * Everything that is measured of the engine, in this order in one process. The same code runs in Node and, in a worker, in
 * Chromium. Of the events cases, M/M/1 and M/M/4 take the loop of one line (`events/oneLine.ts`), the others the general one.
 */
export function measureCases(second?: Clock): Record<CaseName, Measured> {
  const run = (runs: number, task: () => Log | Tally): Measured => {
    const { result, ...times } = bestOf(runs, task, second);
    const { meanSojourn, p50, p95, p99 } = summarize(result);
    const events = result.counts?.events ?? 0;
    return {
      ...times,
      events,
      meanSojourn: meanSojourn.value,
      p50: p50.value,
      p95: p95.value,
      p99: p99.value,
    };
  };
  const recursion = (system: System): Measured => run(8, () => simulate(system, OPTIONS));
  const events = (system: System): Measured => run(8, () => simulateEvents(system, plan(system, OPTIONS)));
  return {
    mm1Recursion: recursion(mm1),
    mm4Recursion: recursion(mm4),
    mm1FullLog: run(3, () => simulate(mm1, { ...OPTIONS, log: 'full' })),
    mm1Events: events(mm1),
    mm4Events: events(mm4),
    powerOfTwo: events(powerOfTwo),
    everyPolicy: events(everyPolicy),
    mm1EventsAmongMany: amongMany(() => events(mm1)),
    quantiles: quantileCase(second),
  };
}

/** After systems with many laws have run in the same process, whose code the plain one then shares. */
const amongMany = (measure: () => Measured): Measured => {
  for (const service of manyLaws) {
    const system = { ...mm1, service };
    simulateEvents(system, plan(system, { ...OPTIONS, requests: CUSTOMERS / 10 }));
  }
  return measure();
};

/** A million values with a long tail. */
export function sample(): Float64Array {
  const { arrival, finish } = simulate(mm1, { ...OPTIONS, log: 'full' });
  return finish.map((end, i) => end - (arrival[i] ?? 0));
}

const quantileCase = (second: Clock | undefined): Measured => {
  const values = sample();
  const { result, ...times } = bestOf(4, () => quantiles(values, [0.5, 0.95, 0.99]), second);
  const [p50 = Number.NaN, p95 = Number.NaN, p99 = Number.NaN] = result;
  return { ...times, events: 0, meanSojourn: Number.NaN, p50, p95, p99 };
};
