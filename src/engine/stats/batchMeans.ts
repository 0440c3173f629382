import { requireFraction, requireInteger } from '../numeric/require.ts';
import { studentQuantile } from '../numeric/studentT.ts';
import { mean, standardError } from './description.ts';
import type { Interval } from './interval.ts';

export interface BatchMeansOptions {
  batches?: number;
  confidence?: number;
}

export interface BatchMeans extends Interval {
  mean: number;
  /** The means of the batches, in order. */
  batches: Float64Array;
}

/**
 * Interval for the mean of a dependent sequence, such as successive waits: the sequence is cut into equal batches long
 * enough that their means are nearly independent, and a Student t interval is taken over those means. Values left over at
 * the front (fewer than `batches`) are dropped. Throws RangeError for fewer values than batches.
 * Source: Law, Simulation Modeling and Analysis, ch. 9.
 *
 * @example
 * const log = simulate.simulate(
 *   { arrivals: simulate.poisson(0.8), service: simulate.exponential(1) },
 *   { seed: 1, requests: 100_000 },
 * );
 * const waits = log.start.map((start, i) => start - log.arrival[i]);
 * const { mean, lower, upper } = stats.batchMeans(waits.subarray(10_000));
 * [mean, lower, upper]; // M/M/1: 4
 */
export function batchMeans(
  values: ArrayLike<number>,
  { batches = 20, confidence = 0.95 }: BatchMeansOptions = {},
): BatchMeans {
  requireInteger('batches', batches, 2);
  requireFraction('confidence', confidence);
  if (values.length < batches) {
    throw new RangeError(`values must hold at least batches = ${batches} numbers, got ${values.length}`);
  }
  const size = Math.floor(values.length / batches);
  const first = values.length - size * batches;
  const all = Float64Array.from(values);
  const means = Float64Array.from({ length: batches }, (_, b) =>
    mean(all.subarray(first + b * size, first + (b + 1) * size)),
  );
  const center = mean(means);
  const half = studentQuantile(1 - (1 - confidence) / 2, batches - 1) * standardError(means);
  return { mean: center, lower: center - half, upper: center + half, batches: means };
}
