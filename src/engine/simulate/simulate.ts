import { needsEvents } from './events/needsEvents.ts';
import { simulateEvents } from './events/simulateEvents.ts';
import type { Log } from './log.ts';
import type { SampledTally } from './sampledTally.ts';
import { runLine } from './simulateLine.ts';
import { plan, type SimulateOptions, type System } from './system.ts';
import type { Tally } from './tally.ts';

/**
 * Runs a queueing system from empty and returns what happened. Same system, options and seed: the same bits, in every
 * JavaScript engine. Arrivals, service times, keys and classes come from separate streams and belong to the request, so two
 * systems with one seed meet the same requests, whatever their policies.
 *
 * With `log: 'full'` the result is a `Log` (about 90 bytes a request); with 'none' a `Tally` of running statistics; with
 * 'sampled' a tally that carries some requests. All go to `summarize`. A utilization of 1 or more is allowed: the queue then
 * grows for as long as the run lasts.
 *
 * One line served first come first served needs no events, only a recursion; anything else runs through an event list. Both
 * give the same path.
 *
 * Throws RangeError or TypeError for parameters out of bounds, for policies that contradict each other, and unless exactly
 * one of requests and horizon is given.
 *
 * @example
 * const system = { arrivals: simulate.poisson(3.6), service: simulate.exponential(1), servers: 4 };
 * const log = simulate.simulate(system, { seed: 1, requests: 100_000 });
 * simulate.summarize(log).meanWait;
 * queueing.mmc({ arrivalRate: 3.6, serviceRate: 1, servers: 4 }).meanWait;
 */
export function simulate(system: System, options: SimulateOptions & { log: 'none' }): Tally;
export function simulate(system: System, options: SimulateOptions & { log: 'sampled' }): SampledTally;
export function simulate(system: System, options: SimulateOptions & { log?: 'full' }): Log;
export function simulate(system: System, options: SimulateOptions): Log | Tally;
export function simulate(system: System, options: SimulateOptions): Log | Tally {
  const settings = plan(system, options);
  return needsEvents(system) ? simulateEvents(system, settings) : runLine(system, settings);
}
