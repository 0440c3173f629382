import { requireFinite } from '../../numeric/require.ts';

/** What a detector has seen: its own time, counted in values and never in seconds. */
export interface Clock {
  /** Values seen since the detector was made. */
  readonly seen: number;
  /** Values seen since it last began anew, after a drift or by `reset`. */
  readonly sinceStart: number;
  /** Zero-based places, among all values seen, at which it fired. */
  readonly detections: readonly number[];
}

/** The time of one value, beside what the detector reads from it. */
export interface Tick {
  /** True when this value made the detector fire. */
  drift: boolean;
  /** Zero-based place of this value among all values seen. */
  index: number;
}

export interface Detector<Reading> {
  /** Takes the next value. Throws RangeError, and takes nothing, for a value that is not finite. */
  update(value: number): Reading & Tick;
  /** Begins anew, as with no value seen; the clock keeps counting. */
  reset(): void;
  readonly clock: Clock;
}

/**
 * A detector from `begin`, which makes a function from a value to a reading. After a drift the next value begins anew,
 * unless `restart` is false.
 */
export function detectorOf<Reading extends { drift: boolean }>(
  begin: () => (value: number) => Reading,
  restart = true,
): Detector<Reading> {
  const detections: number[] = [];
  let seen = 0;
  let sinceStart = 0;
  let read = begin();
  let stale = false;
  const reset = (): void => {
    read = begin();
    stale = false;
    sinceStart = 0;
  };
  return {
    update(value) {
      requireFinite('value', value);
      if (stale) reset();
      const reading = read(value);
      const index = seen++;
      sinceStart++;
      if (reading.drift) detections.push(index);
      stale = restart && reading.drift;
      return { ...reading, index };
    },
    reset,
    get clock() {
      return { seen, sinceStart, detections: detections.slice() };
    },
  };
}
