import { log, log1p } from '../numeric/log.ts';
import { requireProbability } from '../numeric/require.ts';
import { type QueueMeasures, requireStable } from './measures.ts';

/** M/M/1 and M/M/c know their quantiles too. */
export type MarkovMeasures = Required<QueueMeasures>;

/**
 * M/M/1: Poisson arrivals at rate λ, one server with exponential service at rate μ, first come first served.
 *
 * L = ρ/(1 − ρ), W = 1/(μ − λ), Wq = ρ/(μ − λ). The sojourn is exponential with rate μ − λ, so its p99 is
 * ln 100 ≈ 4.6 times its mean; P(wait > t) = ρ·e^(−(μ − λ)t).
 * Throws RangeError for ρ ≥ 1. Source: Kleinrock, Queueing Systems vol. 1, ch. 3.
 *
 * @example
 * const queue = queueing.mm1({ arrivalRate: 8, serviceRate: 10 });
 * queue.meanSojourn;
 * queue.sojournQuantile(0.99);
 * queueing.mm1({ arrivalRate: 12, serviceRate: 10 }); // throws
 */
export function mm1({
  arrivalRate,
  serviceRate,
}: {
  arrivalRate: number;
  serviceRate: number;
}): MarkovMeasures {
  const utilization = requireStable(arrivalRate, serviceRate);
  const slack = serviceRate - arrivalRate;
  return {
    utilization,
    meanNumber: arrivalRate / slack,
    meanQueue: (utilization * arrivalRate) / slack,
    meanSojourn: 1 / slack,
    meanWait: utilization / slack,
    waitProbability: utilization,
    sojournQuantile: (p) => -log1p(-requireProbability('p', p)) / slack,
    waitQuantile: (p) => Math.max(0, (log(utilization) - log1p(-requireProbability('p', p))) / slack),
  };
}
