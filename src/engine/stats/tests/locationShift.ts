import { at } from '../../numeric/at.ts';
import { brentRoot } from '../../numeric/brent.ts';
import { normalQuantile } from '../../numeric/normal.ts';
import { requireFraction } from '../../numeric/require.ts';
import { sum } from '../../numeric/sum.ts';
import type { Interval } from '../interval.ts';
import { mergedRanks, tieTerm } from '../ranks.ts';
import { sorted } from '../sorted.ts';
import { median } from '../spread.ts';

/**
 * Hodges–Lehmann's estimate of the shift: the median of all differences aᵢ − bⱼ. Quadratic in time and memory.
 *
 * @example
 * stats.hodgesLehmann([5, 6, 7], [1, 2, 4]);
 */
export function hodgesLehmann(a: ArrayLike<number>, b: ArrayLike<number>): number {
  const [x, y] = [sorted(a, 'a'), sorted(b, 'b')];
  const differences = new Float64Array(x.length * y.length);
  x.forEach((left, i) => {
    y.forEach((right, j) => {
      differences[i * y.length + j] = left - right;
    });
  });
  return median(differences);
}

export interface LocationShift extends Interval {
  /** The root of the rank statistic, within 1e-4 or a step of the median of the differences. */
  estimate: number;
}

/**
 * Interval for the shift of `a` against `b`: the shifts that Mann–Whitney's test, by its normal approximation with
 * continuity correction, would not reject. A port of R's wilcox.test(exact = FALSE, conf.int = TRUE), whose root search it
 * follows step by step (as Kayenta's judge does); where the statistic steps, a bound lies within 1e-4 of the step.
 * Bounds never leave the range of the differences aᵢ − bⱼ, so that a handful of values looks surer than it is; when all
 * differences are equal all three are that difference. Throws RangeError for an empty sample or NaN.
 *
 * @example
 * stats.locationShift([5, 6, 7, 9], [1, 2, 4, 4]);
 */
export function locationShift(a: ArrayLike<number>, b: ArrayLike<number>, confidence = 0.95): LocationShift {
  requireFraction('confidence', confidence);
  const [x, y] = [sorted(a, 'a'), sorted(b, 'b')];
  const least = at(x, 0) - at(y, y.length - 1);
  const most = at(x, x.length - 1) - at(y, 0);
  if (least === most) return { estimate: least, lower: least, upper: least };
  const bound = (z: number): number => {
    if (shiftedScore(x, y, least, 0.5) <= z) return least;
    if (shiftedScore(x, y, most, 0.5) >= z) return most;
    return brentRoot((shift) => shiftedScore(x, y, shift, 0.5) - z, least, most);
  };
  const z = normalQuantile((1 + confidence) / 2);
  return {
    estimate: brentRoot((shift) => shiftedScore(x, y, shift, 0), least, most),
    lower: bound(z),
    upper: bound(-z),
  };
}

/** Standardized rank sum of x − shift among y. */
const shiftedScore = (x: Float64Array, y: Float64Array, shift: number, correction: number): number => {
  const [n, m] = [x.length, y.length];
  const { first, ties } = mergedRanks(
    x.map((value) => value - shift),
    y,
  );
  const excess = sum(first) - (n * (n + 1)) / 2 - (n * m) / 2;
  const variance = ((n * m) / 12) * (n + m + 1 - tieTerm(ties) / ((n + m) * (n + m - 1)));
  return (excess - correction * Math.sign(excess)) / Math.sqrt(variance);
};
