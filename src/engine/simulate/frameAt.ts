import type { Log } from './log.ts';
import { indexLog, type LogIndex, lastRow } from './logIndex.ts';

/** The state of a run at one moment, and the sums up to it. */
export interface Frame {
  time: number;
  inSystem: number;
  inQueue: number;
  busy: number;
  /** Who waits, in order of arrival; at most `queueLimit` of them. */
  queue: number[];
  /** Whom each server serves, of a batch the latest request; −1 for an idle one. */
  serving: number[];
  arrived: number;
  completed: number;
  /** Those who left without an answer. */
  lost: number;
  /** ∫₀ᵗ N(s) ds, request-seconds. */
  area: number;
  /** Sum of the sojourns of the requests gone by t … */
  summedSojourn: number;
  /** … and of the ages of those still inside: together they are the area (Little's law on every path). */
  summedAge: number;
}

/**
 * What a run looks like at time t (seconds; taken into [0, log.end]), changes at t included. Pure: the same log and t give
 * the same frame, so playing, scrubbing and printing are only ways of choosing t. O(log n + servers + queue shown), after
 * one pass over the log on first use.
 *
 * @example
 * const log = simulate.simulate(
 *   { arrivals: simulate.poisson(3), service: simulate.exponential(1), servers: 4 },
 *   { seed: 1, requests: 1000 },
 * );
 * const { inSystem, inQueue, serving } = simulate.frameAt(log, 60);
 * [inSystem, inQueue];
 * serving;
 */
export function frameAt(log: Log, t: number, { queueLimit = 200 }: { queueLimit?: number } = {}): Frame {
  if (Number.isNaN(t)) throw new RangeError('t must be a number, got NaN');
  const time = Math.min(Math.max(t, 0), log.end);
  const index = indexLog(log);
  const row = lastRow(log.changes.time, time);
  const inSystem = log.changes.inSystem[row] ?? 0;
  const busy = log.changes.busy[row] ?? 0;
  const arrived = index.arrived[row] ?? 0;
  const lost = index.lost[row] ?? 0;
  const inQueue = log.changes.queued ? (log.changes.queued[row] ?? 0) : inSystem - busy;
  return {
    time,
    inSystem,
    inQueue,
    busy,
    queue: waiting(log, index, row, time, Math.min(queueLimit, inQueue)),
    serving: Array.from({ length: log.servers }, (_, server) => servedBy(log, index, server, time)),
    arrived,
    completed: arrived - inSystem - lost,
    lost,
    area: (index.area[row] ?? 0) + inSystem * (time - (log.changes.time[row] ?? 0)),
    summedSojourn: index.finishedSojourn[row] ?? 0,
    summedAge: inSystem * time - (index.insideArrival[row] ?? 0),
  };
}

const waiting = (log: Log, index: LogIndex, row: number, time: number, wanted: number): number[] => {
  const queue: number[] = [];
  const arrived = index.arrived[row] ?? 0;
  for (let i = index.oldestWaiting[row] ?? 0; i < arrived && queue.length < wanted; i++) {
    if ((log.start[i] ?? Infinity) > time && (log.finish[i] ?? Infinity) > time) queue.push(i);
  }
  return queue;
};

const servedBy = (log: Log, { offset, requests }: LogIndex, server: number, time: number): number => {
  let low = offset[server] ?? 0;
  let high = offset[server + 1] ?? 0;
  const first = low;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((log.start[requests[middle] ?? 0] ?? Infinity) <= time) low = middle + 1;
    else high = middle;
  }
  if (low === first) return -1;
  const last = requests[low - 1] ?? -1;
  return (log.finish[last] ?? Infinity) > time ? last : -1;
};
