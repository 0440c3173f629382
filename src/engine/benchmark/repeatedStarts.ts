import { mean } from '../stats/index.ts';
import { estimateQuantile } from './quantileEstimate.ts';

/** The middle of a few repetitions: with an interval from six on, always with the range. */
export interface Repeated {
  readonly count: number;
  readonly median: number;
  /** 95 % interval of the median by order statistics; null with fewer than six values. */
  readonly lower: number | null;
  readonly upper: number | null;
  readonly smallest: number;
  readonly largest: number;
}

/**
 * Summarizes repetitions that are far enough apart to be independent, such as starts in fresh workers. The median of
 * an even number of values is the mean of the middle two.
 *
 * @returns null without values
 */
export function repeated(values: readonly number[]): Repeated | null {
  if (values.length === 0) return null;
  const sorted = values.toSorted((one, other) => one - other);
  const middle = sorted.slice(Math.ceil(sorted.length / 2) - 1, Math.floor(sorted.length / 2) + 1);
  const { lower, upper } = estimateQuantile(sorted, 0.5);
  const bounded = lower !== null && upper !== null;
  return {
    count: sorted.length,
    median: mean(middle),
    lower: bounded ? lower : null,
    upper: bounded ? upper : null,
    smallest: sorted[0] ?? Number.NaN,
    largest: sorted.at(-1) ?? Number.NaN,
  };
}
