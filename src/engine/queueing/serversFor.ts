import { requirePositive } from '../numeric/require.ts';

/**
 * The fewest servers that keep utilization at or below a limit: c = ⌈λ/(μ·ρ*)⌉, from ρ = λ/(c·μ) ≤ ρ*.
 * Rates per second; 0 < maximumUtilization < 1. A ratio within rounding of a whole number counts as that number.
 * Throws RangeError outside the domain.
 *
 * @example
 * queueing.serversFor({ arrivalRate: 90, serviceRate: 10, maximumUtilization: 0.7 });
 */
export function serversFor(options: {
  arrivalRate: number;
  serviceRate: number;
  maximumUtilization: number;
}): number {
  const { arrivalRate, serviceRate, maximumUtilization } = options;
  requirePositive('arrivalRate', arrivalRate);
  requirePositive('serviceRate', serviceRate);
  requirePositive('maximumUtilization', maximumUtilization);
  if (maximumUtilization >= 1) {
    throw new RangeError(`maximumUtilization must be < 1, got ${maximumUtilization}`);
  }
  const exact = arrivalRate / (serviceRate * maximumUtilization);
  return Math.max(1, Math.ceil(exact * (1 - 4 * Number.EPSILON)));
}
