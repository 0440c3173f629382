import { normalCdf, normalQuantile } from '../numeric/normal.ts';
import { requireFraction, requireInteger, requirePositive } from '../numeric/require.ts';

export interface ProportionPlan {
  /** The two true shares. */
  p0: number;
  p1: number;
  /** Two-sided level (default 0.05). */
  alpha?: number;
}

/**
 * Chance that `proportionTest` with `trials` requests on each side finds the difference between two true shares, by the
 * normal approximation: Φ((|p₁ − p₀|√n − z·√(2p̄q̄))/√(p₀q₀ + p₁q₁)). Throws RangeError for equal shares or ones outside (0, 1).
 * Source: Fleiss, Levin & Paik, Statistical Methods for Rates and Proportions, ch. 4.
 *
 * @example
 * stats.proportionPower({ p0: 0.01, p1: 0.015 }, 5000);
 */
export function proportionPower({ p0, p1, alpha = 0.05 }: ProportionPlan, trials: number): number {
  requireInteger('trials', trials, 1);
  const { gap, pooled, separate, z } = parts(p0, p1, alpha);
  return normalCdf((gap * Math.sqrt(trials) - z * pooled) / separate);
}

/**
 * The fewest requests on each side with which `proportionPower` reaches `power`: a canary with fewer cannot be expected to
 * see the difference. Throws as `proportionPower`.
 *
 * @example
 * stats.proportionSampleSize({ p0: 0.01, p1: 0.015 }, 0.8);
 */
export function proportionSampleSize({ p0, p1, alpha = 0.05 }: ProportionPlan, power = 0.8): number {
  requireFraction('power', power);
  const { gap, pooled, separate, z } = parts(p0, p1, alpha);
  const root = (z * pooled + normalQuantile(power) * separate) / gap;
  return Math.max(1, Math.ceil(root * root));
}

/**
 * The fewest values on each side with which a test of two means finds a difference with this power: 2((z_(α/2) + z_β)σ/δ)².
 * For pairs take σ of the differences, and half as many. Throws RangeError for δ = 0 or σ ≤ 0.
 *
 * @example
 * stats.meanSampleSize({ difference: 5, standardDeviation: 20 });
 */
export function meanSampleSize({
  difference,
  standardDeviation,
  alpha = 0.05,
  power = 0.8,
}: {
  difference: number;
  standardDeviation: number;
  alpha?: number;
  power?: number;
}): number {
  requirePositive('|difference|', Math.abs(difference));
  requirePositive('standardDeviation', standardDeviation);
  const z =
    normalQuantile(1 - requireFraction('alpha', alpha) / 2) + normalQuantile(requireFraction('power', power));
  const ratio = (z * standardDeviation) / difference;
  return Math.max(1, Math.ceil(2 * ratio * ratio));
}

const parts = (p0: number, p1: number, alpha: number) => {
  requireFraction('p0', p0);
  requireFraction('p1', p1);
  if (p0 === p1) throw new RangeError(`p0 and p1 must differ, got ${p0} for both`);
  const middle = (p0 + p1) / 2;
  return {
    gap: Math.abs(p1 - p0),
    pooled: Math.sqrt(2 * middle * (1 - middle)),
    separate: Math.sqrt(p0 * (1 - p0) + p1 * (1 - p1)),
    z: normalQuantile(1 - requireFraction('alpha', alpha) / 2),
  };
};
