import { createStreams } from '../random/streams.ts';
import { BLOCK_SIZE, emptyBlock, type Sink } from './block.ts';
import { Columns } from './columns.ts';
import { needsEvents } from './events/needsEvents.ts';
import type { Log } from './log.ts';
import { recursion } from './recursion.ts';
import { type SampledTally, SampledTallyBuilder } from './sampledTally.ts';
import { pauseClock } from './schedule/pauses.ts';
import { withSpikes } from './schedule/spikes.ts';
import { type Plan, plan, type SimulateOptions, type System } from './system.ts';
import { type Tally, TallyBuilder } from './tally.ts';
import { withinHorizon } from './withinHorizon.ts';

/** One line served first come first served: a system without policies. */
export type Line = Pick<System, 'arrivals' | 'service' | 'servers' | 'pauses' | 'spikes'>;

/**
 * `simulate` for a system without policies: the same options, the same path, the same result. It brings no event list
 * along, so a page that needs no policies loads a third of the code. Throws TypeError for a system with policies.
 *
 * @example
 * const line = { arrivals: simulate.poisson(0.8), service: simulate.exponential(1) };
 * const run = simulate.simulateLine(line, { seed: 1, requests: 100_000, log: 'none' });
 * simulate.summarize(run).meanSojourn;
 * queueing.mm1({ arrivalRate: 0.8, serviceRate: 1 }).meanSojourn;
 */
export function simulateLine(line: Line, options: SimulateOptions & { log: 'none' }): Tally;
export function simulateLine(line: Line, options: SimulateOptions & { log: 'sampled' }): SampledTally;
export function simulateLine(line: Line, options: SimulateOptions & { log?: 'full' }): Log;
export function simulateLine(line: Line, options: SimulateOptions): Log | Tally {
  const settings = plan(line, options);
  if (needsEvents(line)) throw new TypeError('simulateLine knows no policies: use simulate for this system');
  return runLine(line, settings);
}

/** Legal for one line, first come first served, in which nobody overtakes, gives up or is turned away. */
export function runLine(system: Line, settings: Plan): Log | Tally {
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
}

const sinkOf = (settings: Plan): Sink<Log | Tally> => {
  if (settings.log === 'full') return new Columns(settings);
  return settings.log === 'none' ? new TallyBuilder(settings) : new SampledTallyBuilder(settings);
};
