import { requireFinite, requireProbability } from '../numeric/require.ts';
import { sorted } from './sorted.ts';

/**
 * Sample quantile definitions: Hyndman & Fan's nine under numpy's names; `nearest_rank`, the ⌈p·n⌉-th smallest value of
 * many monitoring tools; and numpy's `lower`, `higher` and `nearest`, the value at or beside position p·(n − 1).
 */
export const quantileMethods = [
  'inverted_cdf',
  'averaged_inverted_cdf',
  'closest_observation',
  'interpolated_inverted_cdf',
  'hazen',
  'weibull',
  'linear',
  'median_unbiased',
  'normal_unbiased',
  'nearest_rank',
  'lower',
  'higher',
  'nearest',
] as const;

export type QuantileMethod = (typeof quantileMethods)[number];

/**
 * Sample quantile for p in [0, 1].
 *
 * @param values at least one number, in any order; the input stays as it is.
 * @throws RangeError for an empty sample, a NaN in it, p outside [0, 1] or an unknown method.
 * Source: R. Hyndman & Y. Fan, "Sample quantiles in statistical packages", 1996.
 *
 * @example
 * const times = [42, 45, 47, 50, 52, 55, 61, 75, 110, 180];
 * stats.quantile(times, 0.95);
 * stats.quantile(times, 0.95, 'nearest_rank');
 */
export function quantile(values: ArrayLike<number>, p: number, method: QuantileMethod = 'linear'): number {
  return quantileOfSorted(sorted(values), p, method);
}

/**
 * Several quantiles of one sample, which is sorted once.
 *
 * @example
 * stats.quantiles([42, 45, 47, 50, 52, 55, 61, 75, 110, 180], [0.5, 0.95, 0.99]);
 */
export function quantiles(
  values: ArrayLike<number>,
  probabilities: ArrayLike<number>,
  method: QuantileMethod = 'linear',
): number[] {
  const sample = sorted(values);
  return Array.from(probabilities, (p) => quantileOfSorted(sample, p, method));
}

/**
 * Sample percentile for q in [0, 100]; `percentile(values, 95)` is `quantile(values, 0.95)`.
 *
 * @example
 * stats.percentile([42, 45, 47, 50, 52, 55, 61, 75, 110, 180], 95);
 */
export function percentile(values: ArrayLike<number>, q: number, method: QuantileMethod = 'linear'): number {
  requireFinite('q', q);
  if (q < 0 || q > 100) throw new RangeError(`q must be in [0, 100], got ${q}`);
  return quantile(values, q / 100, method);
}

/**
 * `quantile` for a sample already in increasing order.
 *
 * @example
 * stats.quantileOfSorted(Float64Array.of(1, 2, 3, 9), 0.5, 'linear');
 */
export function quantileOfSorted(sample: Float64Array, p: number, method: QuantileMethod): number {
  requireProbability('p', p);
  const n = sample.length;
  const rank = n * p;
  switch (method) {
    case 'inverted_cdf':
    case 'nearest_rank':
      return valueAt(sample, Math.ceil(snap(rank)) - 1);
    case 'averaged_inverted_cdf': {
      const exact = snap(rank);
      const below = Math.ceil(exact) - 1;
      return Number.isInteger(exact) ? between(sample, below, 0.5) : valueAt(sample, below);
    }
    case 'closest_observation':
      return valueAt(sample, roundHalfEven(snap(rank)) - 1);
    case 'interpolated_inverted_cdf':
      return at(sample, rank - 1);
    case 'hazen':
      return at(sample, plotting(n, p, 1 / 2));
    case 'weibull':
      return at(sample, plotting(n, p, 0));
    case 'linear':
      return at(sample, (n - 1) * p);
    case 'median_unbiased':
      return at(sample, plotting(n, p, 1 / 3));
    case 'normal_unbiased':
      return at(sample, plotting(n, p, 3 / 8));
    case 'lower':
      return valueAt(sample, Math.floor(snap((n - 1) * p)));
    case 'higher':
      return valueAt(sample, Math.ceil(snap((n - 1) * p)));
    case 'nearest':
      return valueAt(sample, roundHalfEven(snap((n - 1) * p)));
    default:
      throw new RangeError(
        `unknown quantile method: ${String(method)} (one of ${quantileMethods.join(', ')})`,
      );
  }
}

/** Zero-based position of the quantile under the plotting position (k − a)/(n + 1 − 2a). */
const plotting = (n: number, p: number, a: number): number => n * p + a + p * (1 - 2 * a) - 1;

/** A product such as 0.07 × 100 that should be whole, and is not by a rounding error, is taken as whole. */
const snap = (rank: number): number => {
  const whole = Math.round(rank);
  return Math.abs(rank - whole) <= 4 * Number.EPSILON * whole ? whole : rank;
};

const roundHalfEven = (x: number): number => {
  const floor = Math.floor(x);
  const rest = x - floor;
  if (rest !== 0.5) return rest < 0.5 ? floor : floor + 1;
  return floor % 2 === 0 ? floor : floor + 1;
};

const valueAt = (sample: Float64Array, index: number): number =>
  sample[Math.max(0, Math.min(sample.length - 1, index))] ?? Number.NaN;

const at = (sample: Float64Array, position: number): number => {
  const index = Math.floor(position);
  return between(sample, index, position - index);
};

/** Interpolates as a·(1 − t) + b·t, which neither overflows nor turns a neighbouring Infinity into NaN. */
const between = (sample: Float64Array, index: number, t: number): number => {
  const a = valueAt(sample, index);
  const b = valueAt(sample, index + 1);
  if (a === b || t === 0) return a;
  return Math.min(b, Math.max(a, a * (1 - t) + b * t));
};
