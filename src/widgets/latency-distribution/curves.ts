import type { Point, Points } from '../chart/points.ts';

/** Steps drawn of a large sample: every order statistic could not be told apart on a screen. */
const mostSteps = 700;
/** Of the slowest values each has its own step: there one request is wide on a log axis. */
const tailSteps = 150;

/** The empirical distribution function as points of a step line, thinned where steps are finer than a pixel. */
export function ecdfSteps(sample: Float64Array): Points {
  const n = sample.length;
  const first = sample[0];
  if (first === undefined) return [];
  const steps: Point[] = [[first, 0]];
  const stride = Math.max(1, (n - tailSteps) / (mostSteps - tailSteps));
  let place = 0;
  while (place < n) {
    const index = Math.floor(place);
    steps.push([sample[index] ?? Number.NaN, (index + 1) / n]);
    place += index >= n - tailSteps ? 1 : Math.min(stride, Math.max(1, n - tailSteps - index));
  }
  return steps;
}

/** The steps around a rank, and the broken line through ((k − 1)/(n − 1), x₍k₎) that linear interpolation reads. */
export interface Crossing {
  readonly steps: Points;
  readonly linear: Points;
  readonly latency: readonly [number, number];
  readonly share: readonly [number, number];
}

export function crossingAt(sample: Float64Array, rank: number, around: number, leftRoom = 0.4): Crossing {
  const n = sample.length;
  const at = (k: number) => sample[k - 1] ?? Number.NaN;
  const first = Math.max(1, rank - around);
  const last = Math.min(n, rank + around);
  const value = at(rank);
  const span = Math.max(at(last) - at(first), 1e-6 * value);
  // The crossing keeps room on both sides for its words: `leftRoom` of the width, and 0.35 of it to the right.
  const widest = at(last) + 0.12 * span;
  const start = Math.min(at(first) - 0.06 * span, (value - leftRoom * widest) / (1 - leftRoom));
  const end = Math.max(widest, start + (value - start) / 0.65);
  // A few more steps than are asked for: those that the room on the sides shows.
  const from = Math.max(1, first - 2 * around);
  const to = Math.min(n, last + 2 * around);
  const ranks = Array.from({ length: to - from + 1 }, (_, index) => from + index);
  return {
    steps: [[at(from), (from - 1) / n], ...ranks.map((k): Point => [at(k), k / n])],
    linear: n === 1 ? [] : ranks.map((k): Point => [at(k), (k - 1) / (n - 1)]),
    latency: [start, end],
    share: [(first - 1.5) / n, Math.min(last + 0.5, n + 0.4) / n],
  };
}
