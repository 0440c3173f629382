import { exp } from './exp.ts';
import { incompleteGamma } from './gamma.ts';
import { log } from './log.ts';
import { requireProbability } from './require.ts';

/** Standard normal density. */
export const normalDensity = (z: number): number => exp((-z * z) / 2) / 2.5066282746310002;

/**
 * Φ(z), the standard normal distribution function; keeps its relative accuracy in the lower tail.
 *
 * @example
 * stats.normalCdf(1.96);
 */
export function normalCdf(z: number): number {
  const { lower, upper } = incompleteGamma(0.5, (z * z) / 2);
  return z < 0 ? upper / 2 : 0.5 + lower / 2;
}

/**
 * ln Φ(z), also where Φ(z) itself underflows (z below −38). Left of −8 by the continued fraction of Mills' ratio,
 * Φ(−x) = φ(x)/(x + 1/(x + 2/(x + 3/…))).
 */
export function logNormalCdf(z: number): number {
  if (z > -8) return log(normalCdf(z));
  const x = -z;
  let fraction = x;
  for (let k = 80; k >= 1; k--) fraction = x + k / fraction;
  return (-x * x) / 2 - HALF_LOG_TWO_PI - log(fraction);
}

const HALF_LOG_TWO_PI = 0.9189385332046727;

/**
 * The z with Φ(z) = p, for p in [0, 1] (±Infinity at the ends). Newton's method on ln Φ, which is concave: started left
 * of the root it climbs to it without overshooting. Relative error about 1e-14. Throws RangeError for p outside [0, 1].
 *
 * @example
 * stats.normalQuantile(0.975);
 */
export function normalQuantile(p: number): number {
  requireProbability('p', p);
  if (p > 0.5) return -normalQuantile(1 - p);
  if (p === 0) return -Infinity;
  if (p === 0.5) return 0;
  const target = log(p);
  let z = -Math.sqrt(-2 * target);
  for (let i = 0; i < 60; i++) {
    const reached = normalCdf(z);
    const step = ((target - log(reached)) * reached) / normalDensity(z);
    z += step;
    if (Math.abs(step) < 1e-15 * Math.max(1, Math.abs(z))) break;
  }
  return z;
}
