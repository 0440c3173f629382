import { normalCdf, normalQuantile } from '../numeric/normal.ts';
import { requireFraction, requireInteger } from '../numeric/require.ts';
import { sum } from '../numeric/sum.ts';
import type { Seed } from '../random/seed.ts';
import { createStreams } from '../random/streams.ts';
import type { Estimate } from './interval.ts';
import { quantileOfSorted } from './quantile.ts';
import { sorted } from './sorted.ts';

export interface BootstrapOptions {
  confidence?: number;
  resamples?: number;
  seed?: Seed;
  method?: 'percentile' | 'bca';
}

/**
 * Bootstrap interval for a statistic of independent values: the statistic is computed on `resamples` samples drawn with
 * replacement. 'percentile' takes the quantiles of those replicates; 'bca' (Efron 1987) shifts the levels for bias and
 * skewness, and falls back to the percentile levels where it is undefined (a statistic that never varies).
 * A bootstrap cannot see beyond the largest value: for extreme quantiles use `quantileInterval`.
 *
 * @example
 * stats.bootstrapInterval([42, 45, 47, 50, 52, 55, 61, 75, 110, 180], stats.median, { seed: 1 });
 */
export function bootstrapInterval(
  values: ArrayLike<number>,
  statistic: (sample: Float64Array) => number,
  { confidence = 0.95, resamples = 2000, seed = 1, method = 'bca' }: BootstrapOptions = {},
): Estimate {
  requireFraction('confidence', confidence);
  requireInteger('resamples', resamples, 1);
  const sample = Float64Array.from(values);
  if (sample.length === 0) throw new RangeError('values must hold at least one number, got none');
  const stream = createStreams(seed).stream('bootstrap');
  const drawn = new Float64Array(sample.length);
  const replicates = new Float64Array(resamples);
  for (let r = 0; r < resamples; r++) {
    for (let i = 0; i < drawn.length; i++) drawn[i] = sample[stream.integer(sample.length)] ?? Number.NaN;
    replicates[r] = statistic(drawn);
  }
  const ordered = sorted(replicates);
  const value = statistic(sample.slice());
  const tail = (1 - confidence) / 2;
  const level =
    method === 'bca' ? bcaLevel(ordered, value, acceleration(sample, statistic)) : (p: number) => p;
  return {
    value,
    lower: quantileOfSorted(ordered, level(tail), 'linear'),
    upper: quantileOfSorted(ordered, level(1 - tail), 'linear'),
  };
}

/** Maps a nominal level to the bias-corrected and accelerated one; ties with the estimate count half. */
export function bcaLevel(replicates: Float64Array, value: number, skew: number): (p: number) => number {
  let below = 0;
  for (const replicate of replicates) below += replicate < value ? 1 : replicate === value ? 0.5 : 0;
  const bias = normalQuantile(below / replicates.length);
  if (!Number.isFinite(bias) || !Number.isFinite(skew)) return (p) => p;
  return (p) => {
    const z = bias + normalQuantile(p);
    return normalCdf(bias + z / (1 - skew * z));
  };
}

/** Σd³/(6·(Σd²)^1.5) over the jackknife's deviations d; NaN for a statistic that does not vary. */
export function acceleration(sample: Float64Array, statistic: (values: Float64Array) => number): number {
  const n = sample.length;
  const others = sample.slice(1);
  const left = new Float64Array(n);
  for (let skip = 0; skip < n; skip++) {
    left[skip] = statistic(others.slice());
    others[skip] = sample[skip] ?? Number.NaN; // from all but the one to all but the next
  }
  const center = sum(left) / n;
  const deviations = left.map((value) => center - value);
  const squares = sum(deviations.map((d) => d * d));
  return sum(deviations.map((d) => d * d * d)) / (6 * squares * Math.sqrt(squares));
}
