import type { Result } from './model.ts';

/** Requests that have arrived at a playback time: at least one, at most all. */
export function arrivedAt(result: Result, time: number): number {
  return Math.min(result.latency.length, Math.max(1, Math.floor(time)));
}

/** The first `count` latencies in increasing order. One pass over the full order, so that scrubbing never sorts. */
export function sortedFirst({ latency, order }: Result, count: number): Float64Array {
  return pick(order, count, (index) => (index < count ? latency[index] : undefined));
}

/** What the waiting generator recorded of the first `count` slots, in increasing order; empty before the first. */
export function sortedWaiting({ waiting, order }: Result, count: number): Float64Array {
  // What was sent has the same latency in both recordings, so one order serves both.
  return pick(order, count, (index) => (index < count ? waiting[index] : undefined));
}

/** The first `count` latencies of one replica, in increasing order; empty where none was routed there. */
export function sortedOfReplica(
  { latency, order, replica }: Result,
  count: number,
  which: number,
): Float64Array {
  return pick(order, count, (index) =>
    index < count && replica[index] === which ? latency[index] : undefined,
  );
}

function pick(order: Uint32Array, most: number, read: (index: number) => number | undefined): Float64Array {
  const kept = new Float64Array(most);
  let length = 0;
  for (const index of order) {
    const value = read(index);
    if (value === undefined || Number.isNaN(value)) continue;
    kept[length] = value;
    length += 1;
  }
  return kept.subarray(0, length);
}
