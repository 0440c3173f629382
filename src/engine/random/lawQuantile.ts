import { requireFraction } from '../numeric/require.ts';
import { solveIncreasingFrom } from '../numeric/solve.ts';
import type { Law } from './law.ts';

/**
 * The p-quantile of a law, inf{x : F(x) ≥ p}, by inverting its distribution function; in the law's own unit.
 * Throws RangeError for p outside (0, 1) or for a law without a distribution function.
 *
 * @example
 * random.lawQuantile(random.lognormal({ mean: 40, scv: 1 }), 0.99);
 */
export function lawQuantile(law: Law, p: number): number {
  requireFraction('p', p);
  const { cdf } = law;
  if (!cdf) throw new RangeError(`the ${law.name} law has no distribution function to invert`);
  const start = Number.isFinite(law.mean) ? law.mean : 1;
  return solveIncreasingFrom(cdf, p, start);
}
