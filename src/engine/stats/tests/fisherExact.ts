import { exp } from '../../numeric/exp.ts';
import { logGamma } from '../../numeric/gamma.ts';
import { requireInteger } from '../../numeric/require.ts';
import { requireOneOf } from '../../numeric/requireOneOf.ts';
import type { Alternative } from '../alternative.ts';

/**
 * Fisher's exact test of a 2×2 table [[a, b], [c, d]] of counts, given its margins. Two-sided: the total chance of all
 * tables no likelier than this one (with a relative slack of 1e-7, as R and SciPy). 'greater': a larger than by chance.
 * Throws RangeError unless the counts are whole and ≥ 0. Source: Fisher 1935.
 *
 * @example
 * stats.fisherExact([
 *   [8, 2],
 *   [1, 5],
 * ]);
 */
export function fisherExact(
  [[a, b], [c, d]]: readonly [readonly [number, number], readonly [number, number]],
  alternative: Alternative = 'two-sided',
): { pValue: number; oddsRatio: number } {
  requireOneOf('alternative', alternative, ['two-sided', 'greater', 'less']);
  [a, b, c, d].forEach((count, i) => {
    requireInteger(`count ${'abcd'[i]}`, count, 0);
  });
  const [row, other, column] = [a + b, c + d, a + c];
  const chance = (k: number): number =>
    exp(logChoose(row, k) + logChoose(other, column - k) - logChoose(row + other, column));
  const own = chance(a) * (1 + 1e-7);
  let pValue = 0;
  for (let k = Math.max(0, column - other); k <= Math.min(row, column); k++) {
    const counts =
      alternative === 'two-sided' ? chance(k) <= own : alternative === 'greater' ? k >= a : k <= a;
    if (counts) pValue += chance(k);
  }
  return { pValue: Math.min(1, pValue), oddsRatio: (a * d) / (b * c) };
}

const logChoose = (n: number, k: number): number => logGamma(n + 1) - logGamma(k + 1) - logGamma(n - k + 1);
