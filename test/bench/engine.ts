import type { Bench } from './bench.ts';
import { bundle } from './bundle.ts';
import type { measureCases as MeasureCases } from './cases.ts';
import { measureInChromium } from './chromium.ts';
import type { Clock } from './clock.ts';
import { measureMemory } from './memory.ts';
import { measurePeers, measureQuantiles } from './peers.ts';
import { reportOf } from './report.ts';
import { table } from './table.ts';

/** Seconds of work, whoever else the machine works for. */
const processor: Clock = () => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
};

/** The engine against its peers, in Node and in a worker of Chromium. */
export async function benchEngine(): Promise<Bench> {
  const { cases, worker } = await bundle();
  const { measureCases }: { measureCases: typeof MeasureCases } = await import(cases);
  const report = reportOf({
    node: measureCases(processor),
    chromium: await measureInChromium(worker),
    peers: await measurePeers(processor),
    quantiles: measureQuantiles(processor),
    memory: measureMemory(),
  });
  return { lines: table(report), report };
}
