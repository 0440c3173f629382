import { at } from '../numeric/at.ts';
/** Midranks of pooled values, and the sizes of the groups of equal values. */
export interface Ranks {
  /** One-based; equal values share the mean of their places. In the order of the input. */
  ranks: Float64Array;
  /** Sizes of groups with more than one value. */
  ties: number[];
}

/**
 * Midranks in the order of the input. Throws RangeError for NaN, which has no rank.
 *
 * @example
 * stats.midranks([3, 1, 3, 2]).ranks;
 */
export function midranks(values: ArrayLike<number>, name = 'values'): Ranks {
  const n = values.length;
  const all = Float64Array.from(values);
  all.forEach((value) => {
    if (Number.isNaN(value)) throw new RangeError(`${name} must be numbers, got NaN`);
  });
  const order = Uint32Array.from({ length: n }, (_, i) => i).sort((i, j) => at(all, i) - at(all, j));
  const ranks = new Float64Array(n);
  const ties: number[] = [];
  for (let from = 0; from < n; ) {
    let to = from;
    while (to < n && at(all, at(order, to)) === at(all, at(order, from))) to++;
    for (let k = from; k < to; k++) ranks[at(order, k)] = (from + 1 + to) / 2;
    if (to - from > 1) ties.push(to - from);
    from = to;
  }
  return { ranks, ties };
}

/** Midranks of two samples in their common order. */
export interface MergedRanks {
  first: Float64Array;
  second: Float64Array;
  ties: number[];
}

/** Midranks of two samples that are sorted, by merging them: linear, where `midranks` sorts. */
export function mergedRanks(x: Float64Array, y: Float64Array): MergedRanks {
  const [first, second] = [new Float64Array(x.length), new Float64Array(y.length)];
  const ties: number[] = [];
  let [i, j] = [0, 0];
  while (i < x.length || j < y.length) {
    const value = Math.min(x[i] ?? Infinity, y[j] ?? Infinity);
    const [fromX, fromY] = [i, j];
    while (i < x.length && x[i] === value) i++;
    while (j < y.length && y[j] === value) j++;
    const rank = (fromX + fromY + 1 + i + j) / 2;
    first.fill(rank, fromX, i);
    second.fill(rank, fromY, j);
    const size = i - fromX + (j - fromY);
    if (size > 1) ties.push(size);
  }
  return { first, second, ties };
}

/** Σ(t³ − t) over the groups of equal values: what ties take from a rank statistic's variance. */
export const tieTerm = (ties: readonly number[]): number =>
  ties.reduce((total, t) => total + (t * t * t - t), 0);
