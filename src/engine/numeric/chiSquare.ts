import { incompleteGamma } from './gamma.ts';
import { requireFraction, requirePositive } from './require.ts';
import { solveIncreasingFrom } from './solve.ts';

/**
 * P(X ≤ x) for X chi-square with `degrees` > 0 degrees of freedom.
 *
 * @example
 * stats.chiSquareCdf(3.841, 1);
 */
export function chiSquareCdf(x: number, degrees: number): number {
  return x <= 0 ? 0 : incompleteGamma(degrees / 2, x / 2).lower;
}

/**
 * P(X ≥ x), the p-value of a chi-square statistic; keeps its relative accuracy far into the tail.
 *
 * @example
 * stats.chiSquareUpper(7.815, 3);
 */
export function chiSquareUpper(x: number, degrees: number): number {
  return x <= 0 ? 1 : incompleteGamma(degrees / 2, x / 2).upper;
}

/**
 * The x with P(X ≤ x) = p. Throws RangeError unless 0 < p < 1 and degrees > 0.
 *
 * @example
 * stats.chiSquareQuantile(0.95, 3);
 */
export function chiSquareQuantile(p: number, degrees: number): number {
  requireFraction('p', p);
  requirePositive('degrees', degrees);
  return solveIncreasingFrom((x) => chiSquareCdf(x, degrees), p, degrees);
}
