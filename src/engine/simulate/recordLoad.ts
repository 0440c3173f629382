import { requireNonNegative } from '../numeric/require.ts';

/** A time during which the target answers nobody; it works on, and hands out every held answer when it ends. */
export interface Stall {
  readonly start: number;
  readonly duration: number;
}

export interface LoadRecording {
  /** Latency of every scheduled request, from its scheduled time to its answer. */
  readonly openLoop: Float64Array;
  /** Latency as a generator with one connection records it, from the moment of sending; NaN where it never sent. */
  readonly closedLoop: Float64Array;
  /** Requests that the waiting generator left out. */
  readonly omitted: number;
}

/**
 * One load test of one system, recorded twice. The open loop keeps to the schedule and times from the scheduled moment.
 * The closed loop waits for each answer before it sends again: slots that pass meanwhile are never sent, so that a stall
 * of many slots leaves one bad sample (“coordinated omission”). Both meet the same service times and the same stall.
 *
 * Times in one unit of your choice. `schedule` increases; `serviceTimes` has one value a slot.
 * Throws RangeError where the lengths differ or the stall is negative.
 * Source: G. Tene, “How NOT to measure latency”, 2013; README of wrk2.
 */
export function recordLoad({
  schedule,
  serviceTimes,
  stall,
}: {
  schedule: ArrayLike<number>;
  serviceTimes: ArrayLike<number>;
  stall?: Stall;
}): LoadRecording {
  const count = schedule.length;
  if (serviceTimes.length !== count) {
    throw new RangeError(
      `serviceTimes must have one value for each of ${count} slots, got ${serviceTimes.length}`,
    );
  }
  const stallStart = requireNonNegative('stall.start', stall?.start ?? 0);
  const stallEnd = stallStart + requireNonNegative('stall.duration', stall?.duration ?? 0);
  const openLoop = new Float64Array(count);
  const closedLoop = new Float64Array(count);
  let free = -Infinity;
  let omitted = 0;
  for (let slot = 0; slot < count; slot++) {
    const due = schedule[slot] ?? Number.NaN;
    const worked = due + (serviceTimes[slot] ?? Number.NaN);
    const held = due < stallEnd && worked > stallStart && stallEnd > stallStart;
    // Written as the service time itself where nothing was held: due + service − due would lose its last digits.
    const latency = held && stallEnd > worked ? stallEnd - due : (serviceTimes[slot] ?? Number.NaN);
    openLoop[slot] = latency;
    if (due < free) {
      closedLoop[slot] = Number.NaN;
      omitted += 1;
    } else {
      closedLoop[slot] = latency;
      free = due + latency;
    }
  }
  return { openLoop, closedLoop, omitted };
}
