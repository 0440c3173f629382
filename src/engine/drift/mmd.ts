import { at } from '../numeric/at.ts';
import { exp } from '../numeric/exp.ts';
import { requireFinite, requireInteger, requirePositive } from '../numeric/require.ts';
import type { Seed } from '../random/seed.ts';
import { createStreams } from '../random/streams.ts';
import { median } from '../stats/spread.ts';

/** A sample of numbers, or of vectors of one length, such as embeddings. */
export type Points = ArrayLike<number> | readonly ArrayLike<number>[];

export interface MmdOptions {
  /** σ of the kernel e^(−d²/(2σ²)); by default the median distance between pooled points. */
  bandwidth?: number;
  /** With a number, also a permutation p-value from so many shuffles. */
  permutations?: number;
  seed?: Seed;
}

export interface Mmd {
  /** The unbiased estimate of MMD²; it may be negative near 0. */
  squared: number;
  bandwidth: number;
  /** NaN unless permutations were asked for. */
  pValue: number;
}

/**
 * Squared maximum mean discrepancy: mean kernel within each sample minus twice that between them, the U-statistic without
 * the points' kernels with themselves. 0 on average when the laws are equal, whatever the dimension. Time and memory grow
 * with (n + m)². Throws RangeError for fewer than two points a sample or unequal dimensions. Source: Gretton et al. 2012.
 *
 * @example
 * drift.mmd([1, 2, 3, 4, 5], [4, 5, 6, 7, 8], { bandwidth: 2 }).squared;
 */
export function mmd(x: Points, y: Points, { bandwidth, permutations = 0, seed = 1 }: MmdOptions = {}): Mmd {
  requireInteger('permutations', permutations, 0);
  const [n, m] = [x.length, y.length];
  if (n < 2 || m < 2) throw new RangeError(`x and y must hold at least 2 points each, got ${n} and ${m}`);
  const squares = squaredDistances([...vectors('x', x), ...vectors('y', y)]);
  const size = n + m;
  const width = requirePositive('bandwidth', bandwidth ?? medianDistance(squares, size));
  const kernel = squares.map((square) => exp(-square / (2 * width * width)));
  const order = Uint32Array.from({ length: size }, (_, i) => i);
  const squared = estimate(kernel, order, n);
  if (permutations === 0) return { squared, bandwidth: width, pValue: Number.NaN };
  const stream = createStreams(seed).stream('permutation');
  let atLeast = 1;
  for (let round = 0; round < permutations; round++) {
    for (let i = size - 1; i > 0; i--) {
      const j = stream.integer(i + 1);
      [order[i], order[j]] = [at(order, j), at(order, i)];
    }
    if (estimate(kernel, order, n) >= squared) atLeast++;
  }
  return { squared, bandwidth: width, pValue: atLeast / (permutations + 1) };
}

const estimate = (kernel: Float64Array, order: Uint32Array, n: number): number => {
  const size = order.length;
  const m = size - n;
  let [within, among, between] = [0, 0, 0];
  for (let i = 0; i < size; i++) {
    const row = at(order, i) * size;
    for (let j = i + 1; j < size; j++) {
      const k = at(kernel, row + at(order, j));
      if (j < n) within += k;
      else if (i >= n) among += k;
      else between += k;
    }
  }
  return (2 * within) / (n * (n - 1)) + (2 * among) / (m * (m - 1)) - (2 * between) / (n * m);
};

const vectors = (name: string, points: Points): ArrayLike<number>[] =>
  Array.from<number | ArrayLike<number>, ArrayLike<number>>(points, (point, i) => {
    const vector = typeof point === 'number' ? [point] : point;
    for (let d = 0; d < vector.length; d++) requireFinite(`${name}[${i}]`, at(vector, d));
    return vector;
  });

const squaredDistances = (points: readonly ArrayLike<number>[]): Float64Array => {
  const size = points.length;
  const dimension = points[0]?.length ?? 0;
  const squares = new Float64Array(size * size);
  points.forEach((p, i) => {
    if (p.length !== dimension)
      throw new RangeError(`points must have ${dimension} entries as the first, got ${p.length}`);
    points.forEach((q, j) => {
      let total = 0;
      for (let d = 0; d < dimension; d++) total += (at(p, d) - at(q, d)) * (at(p, d) - at(q, d));
      squares[i * size + j] = total;
    });
  });
  return squares;
};

const medianDistance = (squares: Float64Array, size: number): number => {
  const apart = squares.filter((_, k) => k % size > Math.floor(k / size)).map(Math.sqrt);
  return median(apart);
};
