import { requireNonNegative, requirePositive } from '../../numeric/require.ts';

/** A stall of all servers: from `at` for `duration` seconds no service starts and none advances. */
export interface Pause {
  at: number;
  duration: number;
}

/** Answers for start times that never decrease, as they do when requests start in order. */
export interface PauseClock {
  /** The first moment at or after `time` when the servers run. */
  resume(time: number): number;
  /** When a service that starts at `start` (a running moment) has had `work` seconds of running servers. */
  finish(start: number, work: number): number;
}

/** Sorts pauses, joins those that overlap, and answers in amortised constant time. */
export function pauseClock(pauses: readonly Pause[]): PauseClock {
  const merged = joinPauses(pauses);
  const at = Float64Array.from(merged, (pause) => pause.at);
  const duration = Float64Array.from(merged, (pause) => pause.duration);
  const until = at.map((from, k) => from + (duration[k] ?? 0));
  let current = 0; // the first pause that ends after the latest start
  return {
    resume(time) {
      while (current < at.length && (until[current] ?? 0) <= time) current++;
      return current < at.length && (at[current] ?? 0) <= time ? (until[current] ?? time) : time;
    },
    finish(start, work) {
      let end = start + work;
      for (let k = current; k < at.length && (at[k] ?? 0) < end; k++) {
        if ((at[k] ?? 0) >= start) end += duration[k] ?? 0;
      }
      return end;
    },
  };
}

/** The pauses in order, those that overlap or touch made one. Throws RangeError for a negative time or no duration. */
export function joinPauses(pauses: readonly Pause[]): Pause[] {
  pauses.forEach(({ at, duration }, i) => {
    requireNonNegative(`pauses[${i}].at`, at);
    requirePositive(`pauses[${i}].duration`, duration);
  });
  const merged: Pause[] = [];
  for (const pause of pauses.toSorted((a, b) => a.at - b.at)) {
    const last = merged.at(-1);
    if (last && pause.at <= last.at + last.duration) {
      last.duration = Math.max(last.duration, pause.at + pause.duration - last.at);
    } else merged.push({ ...pause });
  }
  return merged;
}
/** The first moment at or after `time` outside all of the joined pauses. */
export function runningAt(joined: readonly Pause[], time: number): number {
  const pause = joined.find(({ at, duration }) => at <= time && time < at + duration);
  return pause ? pause.at + pause.duration : time;
}
