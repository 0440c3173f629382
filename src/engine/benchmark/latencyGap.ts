import type { Seed } from '../random/index.ts';
import { mean } from '../stats/index.ts';
import { type OpenLoopLog, openLoopLatencies, openLoopServices, openLoopWarmUp } from './openLoop.ts';
import { replayOpenLoop, serveInOrder } from './replayOpenLoop.ts';

/** Where the mean latency of a run leaves its replay. Milliseconds; the three add up to measured minus replayed. */
export interface LatencyGap {
  /** The service times of this run are others than those measured alone, slower or more variable. */
  readonly service: number;
  /** Slow ones came together: the same times in their real order, against the same times shuffled. */
  readonly order: number;
  /** Requests were started later than they could have been. */
  readonly late: number;
}

/**
 * Explains the difference between a run and its replay by putting in one thing after the other: the run's own service
 * times, their order, and the late starts. Exact as a sum; which part is called which depends on this sequence.
 *
 * @param replayed  mean latency of the replay with the service times measured alone
 */
export function latencyGap(
  log: OpenLoopLog,
  replayed: number,
  { seed, runs = 40 }: { readonly seed: Seed; readonly runs?: number },
): LatencyGap {
  const services = openLoopServices(log);
  const scheduled = log.scheduled.slice(0, services.length);
  const shuffled = replayOpenLoop(scheduled, services, { seed, runs }).mean.value;
  const finish = serveInOrder(scheduled, (index) => services[index] ?? Number.NaN);
  const inOrder = countedMean({ scheduled, start: [], finish });
  return {
    service: shuffled - replayed,
    order: inOrder - shuffled,
    late: countedMean(log) - inOrder,
  };
}

const countedMean = (log: OpenLoopLog): number =>
  mean(openLoopLatencies(log).slice(openLoopWarmUp(log.finish.length)));
