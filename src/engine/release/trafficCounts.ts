import { requireFinite, requireNonNegative } from '../numeric/require.ts';

/** Requests and errors that were counted up to a time, in seconds, since the entry before. */
export interface TrafficEvent {
  time: number;
  total: number;
  errors: number;
}

/** Times, and requests and errors up to and with each: any window is a difference of two entries. */
export interface TrafficCounts {
  times: Float64Array;
  totals: Float64Array;
  errors: Float64Array;
}

/** Throws RangeError for times out of order, counts < 0 or more errors than requests. */
export function trafficCounts(events: readonly TrafficEvent[]): TrafficCounts {
  const times = new Float64Array(events.length);
  const totals = new Float64Array(events.length);
  const failed = new Float64Array(events.length);
  events.forEach(({ time, total, errors }, i) => {
    requireFinite(`events[${i}].time`, time);
    requireNonNegative(`events[${i}].total`, total);
    requireNonNegative(`events[${i}].errors`, errors);
    if (errors > total)
      throw new RangeError(`events[${i}].errors must be <= total = ${total}, got ${errors}`);
    const before = times[i - 1] ?? -Infinity;
    if (time < before) throw new RangeError(`events[${i}].time must be >= ${before}, got ${time}`);
    times[i] = time;
    totals[i] = (totals[i - 1] ?? 0) + total;
    failed[i] = (failed[i - 1] ?? 0) + errors;
  });
  return { times, totals, errors: failed };
}

/** What was counted in (after, until]. */
export function countWithin(
  { times, totals, errors }: TrafficCounts,
  after: number,
  until: number,
): { total: number; errors: number } {
  const [first, last] = [countUntil(times, after), countUntil(times, until)];
  const between = (sums: Float64Array): number => (sums[last - 1] ?? 0) - (sums[first - 1] ?? 0);
  return { total: between(totals), errors: between(errors) };
}

/** How many times are ≤ a time, by halving. */
const countUntil = (times: Float64Array, until: number): number => {
  let [low, high] = [0, times.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((times[middle] ?? Infinity) <= until) low = middle + 1;
    else high = middle;
  }
  return low;
};
