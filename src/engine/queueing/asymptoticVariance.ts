import { requireStable } from './measures.ts';

/**
 * σ² of the mean of n successive waits in M/M/1, Var ≈ σ²/n for large n, in seconds²: ρ(2 + 5ρ − 4ρ² + ρ³)/(1 − ρ)⁴/μ².
 * What a simulation can hope for: at ρ = 0.8 its mean wait has a standard error of 44.45/√n services, so a million requests
 * give about 1 %. Throws RangeError for ρ ≥ 1. Source: Daley 1968; Whitt 1989, Planning queueing simulations.
 *
 * @example
 * const variance = queueing.asymptoticWaitVariance({ arrivalRate: 0.8, serviceRate: 1 });
 * variance;
 * Math.sqrt(variance / 1e6); // standard error of the mean of a million waits
 */
export function asymptoticWaitVariance(options: { arrivalRate: number; serviceRate: number }): number {
  const { arrivalRate, serviceRate } = options;
  const load = requireStable(arrivalRate, serviceRate);
  const idle = (1 - load) * (1 - load);
  return (load * (2 + load * (5 + load * (load - 4)))) / idle / idle / serviceRate / serviceRate;
}
