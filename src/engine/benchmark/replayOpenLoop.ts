import { createStreams, type Seed } from '../random/index.ts';
import { mean, quantile } from '../stats/index.ts';
import { openLoopLatencies, openLoopWarmUp } from './openLoop.ts';

/** Where a number of a run ends when the run is played again and again: its median and 95 runs of 100. */
export interface ReplayedRange {
  readonly value: number;
  readonly lower: number;
  readonly upper: number;
}

/** Times in milliseconds. */
export interface Replay {
  readonly mean: ReplayedRange;
  readonly p95: ReplayedRange;
  readonly runs: number;
}

/**
 * What one server would have made of the very same arrivals, if nothing but the service times were left to chance:
 * each replay draws them anew from the measured ones (independently, with replacement) and follows Lindley's recursion
 * from an empty queue. Defined at any load, also where no steady state exists, because a run ends. The first tenth of
 * the requests is left out, as in `summarizeOpenLoop`.
 *
 * @param scheduled     arrivals in milliseconds, never decreasing
 * @param serviceTimes  milliseconds of single runs
 * @throws RangeError without arrivals or service times
 */
export function replayOpenLoop(
  scheduled: readonly number[],
  serviceTimes: readonly number[],
  { seed, runs = 100 }: { readonly seed: Seed; readonly runs?: number },
): Replay {
  if (scheduled.length === 0 || serviceTimes.length === 0)
    throw new RangeError('A replay needs at least one arrival and one service time.');
  const stream = createStreams(seed).service;
  const draw = () => serviceTimes[stream.integer(serviceTimes.length)] ?? Number.NaN;
  const [means, p95s]: [number[], number[]] = [[], []];
  for (let run = 0; run < runs; run++) {
    const finish = serveInOrder(scheduled, draw);
    const latencies = openLoopLatencies({ scheduled, start: [], finish }).slice(
      openLoopWarmUp(finish.length),
    );
    means.push(mean(latencies));
    p95s.push(quantile(latencies, 0.95, 'inverted_cdf'));
  }
  return { mean: rangeOf(means), p95: rangeOf(p95s), runs };
}

const rangeOf = (values: readonly number[]): ReplayedRange => ({
  value: quantile(values, 0.5),
  lower: quantile(values, 0.025),
  upper: quantile(values, 0.975),
});

/** When one server is done with each request, first come first served (Lindley 1952). */
export function serveInOrder(scheduled: readonly number[], service: (index: number) => number): number[] {
  let free = Number.NEGATIVE_INFINITY;
  return scheduled.map((arrival, index) => {
    free = Math.max(arrival, free) + service(index);
    return free;
  });
}
