import { createStreams } from '../random/streams.ts';
import { BLOCK_SIZE, emptyBlock, type Sink } from './block.ts';
import { Columns } from './columns.ts';
import type { Log } from './log.ts';
import { recursion } from './recursion.ts';
import { pauseClock } from './schedule/pauses.ts';
import { withSpikes } from './schedule/spikes.ts';
import { plan, type SimulateOptions, type System } from './system.ts';
import { type Tally, TallyBuilder } from './tally.ts';

/**
 * Runs a queueing system from empty and returns what happened. Same system, options and seed: the same bits, in every
 * JavaScript engine. Arrivals and service times come from separate streams, so two systems with one seed meet the same
 * requests.
 *
 * With `log: 'full'` the result is a `Log` (about 90 bytes a request); with 'none' a `Tally` of running statistics.
 * Both go to `summarize`. A utilization of 1 or more is allowed: the queue then grows for as long as the run lasts.
 * Throws RangeError or TypeError for parameters out of bounds, and unless exactly one of requests and horizon is given.
 */
export function simulate(system: System, options: SimulateOptions & { log: 'none' }): Tally;
export function simulate(system: System, options: SimulateOptions & { log?: 'full' }): Log;
export function simulate(system: System, options: SimulateOptions): Log | Tally;
export function simulate(system: System, options: SimulateOptions): Log | Tally {
  const settings = plan(system, options);
  const streams = createStreams(settings.seed);
  const source = withSpikes(system.arrivals.start(streams.arrivals), system.spikes ?? []);
  const pauses = system.pauses?.length ? pauseClock(system.pauses) : undefined;
  const serve = recursion(settings.servers, pauses);
  const sink: Sink<Log | Tally> = options.log === 'none' ? new TallyBuilder(settings) : new Columns(settings);
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
}

/** How many of the arrivals come at or before the horizon; a source that has run dry gives Infinity. */
const withinHorizon = (arrival: Float64Array, wanted: number, horizon: number): number => {
  let count = wanted;
  while (count > 0) {
    const last = arrival[count - 1] ?? Infinity;
    if (last <= horizon && last < Infinity) break;
    count--;
  }
  return count;
};
