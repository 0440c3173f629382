import { createStreams } from '../random/streams.ts';
import { BLOCK_SIZE, emptyBlock, type Sink } from './block.ts';
import { Columns } from './columns.ts';
import { needsEvents } from './events/needsEvents.ts';
import { simulateEvents } from './events/simulateEvents.ts';
import type { Log } from './log.ts';
import { recursion } from './recursion.ts';
import { type SampledTally, SampledTallyBuilder } from './sampledTally.ts';
import { pauseClock } from './schedule/pauses.ts';
import { withSpikes } from './schedule/spikes.ts';
import { type Plan, plan, type SimulateOptions, type System } from './system.ts';
import { type Tally, TallyBuilder } from './tally.ts';
import { withinHorizon } from './withinHorizon.ts';

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
  return needsEvents(system) ? simulateEvents(system, settings) : simulateRecursion(system, settings);
}

/** Legal for one line, first come first served, in which nobody overtakes, gives up or is turned away. */
const simulateRecursion = (system: System, settings: Plan): Log | Tally => {
  const streams = createStreams(settings.seed);
  const source = withSpikes(system.arrivals.start(streams.arrivals), system.spikes ?? []);
  const pauses = system.pauses?.length ? pauseClock(system.pauses) : undefined;
  const serve = recursion(settings.servers, pauses);
  const sink = sinkOf(settings);
  const block = emptyBlock();
  for (let left = settings.limit; left > 0; left -= BLOCK_SIZE) {
    const wanted = Math.min(left, BLOCK_SIZE);
    source.fill(block.arrival, wanted);
    block.count = withinHorizon(block.arrival, wanted, settings.horizon);
    system.service.fill(streams.service, block.work, block.count);
    serve(block);
    sink.add(block);
    if (block.count < wanted) break;
  }
  return sink.result();
};

const sinkOf = (settings: Plan): Sink<Log | Tally> => {
  if (settings.log === 'full') return new Columns(settings);
  return settings.log === 'none' ? new TallyBuilder(settings) : new SampledTallyBuilder(settings);
};
