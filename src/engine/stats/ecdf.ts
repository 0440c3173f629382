import { at } from '../numeric/at.ts';
import { sorted } from './sorted.ts';

/** The jumps of an empirical distribution function: F(t) = p[i] for x[i] ≤ t < x[i + 1], and 0 before x[0]. */
export interface Ecdf {
  x: Float64Array;
  p: Float64Array;
}

/**
 * Empirical distribution function: at each distinct value the share of values at or below it.
 *
 * @example
 * stats.ecdf([3, 1, 2, 2]);
 */
export function ecdf(values: ArrayLike<number>): Ecdf {
  const sample = sorted(values);
  const n = sample.length;
  const x: number[] = [];
  const p: number[] = [];
  for (let i = 0; i < n; i++) {
    const value = at(sample, i);
    if (i + 1 < n && sample[i + 1] === value) continue;
    x.push(value);
    p.push((i + 1) / n);
  }
  return { x: Float64Array.from(x), p: Float64Array.from(p) };
}
