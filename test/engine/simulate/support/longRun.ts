import { expect } from 'vitest';
import { simulateEvents } from '../../../../src/engine/simulate/events/simulateEvents.ts';
import {
  type Log,
  type SimulateOptions,
  type Summary,
  type System,
  simulate,
  summarize,
  type Tally,
} from '../../../../src/engine/simulate/index.ts';
import { plan } from '../../../../src/engine/simulate/system.ts';

/** A run through the event list, also where `simulate` would take the recursion. */
export const throughEvents = (system: System, options: SimulateOptions): Log | Tally =>
  simulateEvents(system, plan(system, options));

/** A seeded run with its warm-up discarded and intervals at 99.9 %. */
export const longRun = (system: System, requests = 400_000, seed = 2024): Summary =>
  summarize(simulate(system, { seed, requests, warmup: Math.floor(requests / 20), log: 'none' }), {
    confidence: 0.999,
  });

/** Expects each interval to hold its value, and to be narrow enough to prove something. */
export function covers(
  summary: Summary,
  expected: Partial<Record<keyof Summary, number>>,
  widest = 0.25,
): void {
  for (const [name, value] of Object.entries(expected)) {
    const estimate = summary[name as 'meanWait'];
    const got = `${estimate.lower} … ${estimate.upper}`;
    expect(estimate.lower <= value && value <= estimate.upper, `${name} ${value} in ${got}`).toBe(true);
    expect(estimate.upper - estimate.lower, `${name} width`).toBeLessThan(widest * value);
  }
}
