import { incompleteBeta } from './beta.ts';
import { requireFraction, requirePositive } from './require.ts';
import { solveIncreasingFrom } from './solve.ts';

/**
 * Distribution function of Student's t with `degrees` > 0 degrees of freedom (need not be whole).
 *
 * @example
 * stats.studentCdf(2.262, 9);
 */
export function studentCdf(t: number, degrees: number): number {
  const tail = incompleteBeta(degrees / 2, 0.5, degrees / (degrees + t * t)) / 2;
  return t < 0 ? tail : 1 - tail;
}

/** P(|T| ≥ |t|). */
export function studentTwoSided(t: number, degrees: number): number {
  return incompleteBeta(degrees / 2, 0.5, degrees / (degrees + t * t));
}

/**
 * The t with P(T ≤ t) = p. Throws RangeError unless 0 < p < 1 and degrees > 0.
 *
 * @example
 * stats.studentQuantile(0.975, 9);
 */
export function studentQuantile(p: number, degrees: number): number {
  requireFraction('p', p);
  requirePositive('degrees', degrees);
  if (p < 0.5) return -studentQuantile(1 - p, degrees);
  if (p === 0.5) return 0;
  return solveIncreasingFrom((t) => studentCdf(t, degrees), p, 1);
}
