import { complex } from '../numeric/complex.ts';
import { log, log1p } from '../numeric/log.ts';
import { requireProbability } from '../numeric/require.ts';
import { solveIncreasing } from '../numeric/solve.ts';
import type { Law } from '../random/law.ts';
import { type QueueMeasures, requireStable } from './measures.ts';

/**
 * GI/M/1: independent gaps from any law, one server with exponential service at rate μ, first come first served. Exact.
 *
 * σ, the share of arrivals that find the server busy, is the root in (0, 1) of σ = E[e^(−μ(1 − σ)·gap)]. Then the sojourn
 * is exponential with rate μ(1 − σ), Wq = σ·W, P(wait > t) = σ·e^(−μ(1 − σ)t). With exponential gaps σ = ρ: M/M/1.
 * Throws RangeError for ρ ≥ 1 and for a law of gaps without a transform. Source: Kleinrock, Queueing Systems vol. 1, ch. 6.
 *
 * @example
 * const even = queueing.gim1({ interarrival: random.uniform({ min: 0, max: 2.5 }), serviceRate: 1 });
 * even.waitProbability;
 * even.meanSojourn;
 */
export function gim1({
  interarrival,
  serviceRate,
}: {
  interarrival: Law;
  serviceRate: number;
}): Required<QueueMeasures> {
  const { transform, mean, name } = interarrival;
  const arrivalRate = 1 / mean;
  const utilization = requireStable(arrivalRate, serviceRate);
  if (!transform) throw new RangeError(`the ${name} law has no transform, which GI/M/1 needs`);
  const excess = (sigma: number) => sigma - transform(complex(serviceRate * (1 - sigma))).re;
  // σ = 1 is a root too; below it, between the two, the excess is positive
  let high = 1 - (1 - utilization) / 2;
  while (excess(high) <= 0 && high < 1 - 1e-12) high = (1 + high) / 2;
  const waitProbability = solveIncreasing(excess, 0, 0, high);
  const slack = serviceRate * (1 - waitProbability);
  return {
    utilization,
    waitProbability,
    meanSojourn: 1 / slack,
    meanWait: waitProbability / slack,
    meanNumber: arrivalRate / slack,
    meanQueue: (arrivalRate * waitProbability) / slack,
    sojournQuantile: (p) => -log1p(-requireProbability('p', p)) / slack,
    waitQuantile: (p) => Math.max(0, (log(waitProbability) - log1p(-requireProbability('p', p))) / slack),
  };
}
