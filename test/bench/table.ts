import type { reportOf } from './report.ts';

type Report = ReturnType<typeof reportOf>;

/** The report as lines for a terminal. */
export function table({ engine, simulator, quantiles, ratioChromiumToNode, memory }: Report): string[] {
  return [
    'One million customers with mean, p50, p95 and p99',
    ...queue('M/M/1, ρ = 0.8, recursion', engine.mm1),
    ...queue('M/M/1, ρ = 0.8, event loop', simulator.mm1),
    ...queue('M/M/4, ρ = 0.9, recursion', engine.mm4),
    ...queue('M/M/4, ρ = 0.9, event loop', simulator.mm4),
    '',
    row('full log, M/M/1', millions(engine.fullLogCustomersPerSecond, 'customers')),
    row('event loop, M/M/1', millions(simulator.mm1EventsPerSecond, 'events')),
    row('event loop, M/M/4', millions(simulator.mm4EventsPerSecond, 'events')),
    row('power of two over 100 servers', millions(simulator.powerOfTwoEventsPerSecond, 'events')),
    row('every policy on', millions(simulator.everyPolicyEventsPerSecond, 'events')),
    row('recursion : event loop', simulator.ratioRecursionToEvents.toFixed(2)),
    row('every policy : plain, in events', simulator.ratioEveryPolicyToPlain.toFixed(2)),
    row('slower among many laws by', percent(simulator.polymorphismCost)),
    row('three quantiles of a million', `${(quantiles.seconds * 1000).toFixed(0)} ms`),
    row('  faster than d3', `${quantiles.ratioToD3.toFixed(2)} ×`),
    row('  faster than simple-statistics', `${quantiles.ratioToSimpleStatistics.toFixed(2)} ×`),
    '',
    'Speed in a worker of Chromium, of that in Node',
    ...Object.entries(ratioChromiumToNode).map(([name, ratio]) => row(name, percent(ratio))),
    '',
    row('log, bytes a request', memory.fullLogBytesPerRequest.toFixed(1)),
    row('log with every policy', memory.fullLogBytesPerRequestEveryPolicy.toFixed(1)),
    row('no log, 100 000 requests', `${(memory.noLogBytesHundredThousand / 1024).toFixed(0)} KiB`),
    row('no log, 2 million requests', `${(memory.noLogBytesTwoMillion / 1024).toFixed(0)} KiB`),
  ];
}

const row = (name: string, value: string): string => `${name.padEnd(34)} ${value}`;
const millions = (rate: number, of: string): string => `${(rate / 1e6).toFixed(2)} M ${of}/s`;
const percent = (share: number): string => `${(share * 100).toFixed(0)} %`;

const queue = (name: string, one: Report['engine']['mm1']): string[] => {
  const figures = ({ meanSojourn, p50, p95, p99 }: Report['engine']['mm1']['theory']): string =>
    [meanSojourn, p50, p95, p99].map((value) => value.toFixed(2).padStart(6)).join(' ');
  return [
    row(name, `${figures(one)}   ${millions(one.customersPerSecond, 'customers')}`),
    row('  SimJS', `${figures(one.simjs)}   ${one.ratioToSimJS.toFixed(1)} × slower`),
    row('  SimScript', `${figures(one.simscript)}   ${one.ratioToSimScript.toFixed(0)} × slower`),
    row('  theory', figures(one.theory)),
  ];
};
