import { quantile } from '../stats/index.ts';

/** Whether the machine itself changed while it measured. */
export interface Drift {
  /** Largest change of the calibration kernel's median from the first block's, as a share of that (signed). */
  readonly change: number;
  readonly flagged: boolean;
}

/**
 * Compares the calibration kernel's times along the run. A tenth slower or faster than at the start is flagged:
 * then a difference of that size between two configurations may be the machine's and not theirs.
 *
 * @param calibrations  the kernel's times around each block, in order, in milliseconds
 */
export function calibrationDrift(calibrations: readonly (readonly number[])[], limit = 0.1): Drift {
  const medians = calibrations.filter((times) => times.length > 0).map((times) => quantile(times, 0.5));
  const first = medians[0];
  if (first === undefined || !(first > 0)) return { change: 0, flagged: false };
  // Single blocks jump; the median of three neighbours shows a shift that stayed.
  const steady = medians.map((_, index) => {
    const from = Math.max(0, Math.min(index - 1, medians.length - 3));
    return quantile(medians.slice(from, from + 3), 0.5);
  });
  const start = steady[0] ?? first;
  const change = steady
    .map((level) => level / start - 1)
    .reduce((largest, shift) => (Math.abs(shift) > Math.abs(largest) ? shift : largest), 0);
  return { change, flagged: Math.abs(change) > limit };
}
