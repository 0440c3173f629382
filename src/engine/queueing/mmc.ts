import { exp } from '../numeric/exp.ts';
import { log, log1p } from '../numeric/log.ts';
import { requireProbability } from '../numeric/require.ts';
import { solveIncreasingFrom } from '../numeric/solve.ts';
import { erlangC } from './erlang.ts';
import { fromWait, requireStable } from './measures.ts';
import type { MarkovMeasures } from './mm1.ts';

/**
 * M/M/c: Poisson arrivals at rate λ, c servers with exponential service at rate μ each, one queue, first come first
 * served. Wq = C/(cμ − λ) with Erlang's C; P(wait > t) = C·e^(−(cμ − λ)t).
 * Throws RangeError for ρ = λ/(cμ) ≥ 1. Source: Gross et al., Fundamentals of Queueing Theory, §2.3.
 *
 * @example
 * const pool = queueing.mmc({ arrivalRate: 3.6, serviceRate: 1, servers: 4 });
 * pool.waitProbability;
 * pool.sojournQuantile(0.95);
 */
export function mmc(options: { arrivalRate: number; serviceRate: number; servers: number }): MarkovMeasures {
  const { arrivalRate, serviceRate, servers } = options;
  const utilization = requireStable(arrivalRate, serviceRate, servers);
  const waitProbability = erlangC({ offeredLoad: arrivalRate / serviceRate, servers });
  const slack = servers * serviceRate - arrivalRate;
  const sojournCdf = (t: number) => 1 - sojournTail(t, waitProbability, serviceRate, slack);
  return {
    ...fromWait(waitProbability / slack, arrivalRate, serviceRate, utilization),
    waitProbability,
    waitQuantile: (p) => Math.max(0, (log(waitProbability) - log1p(-requireProbability('p', p))) / slack),
    sojournQuantile: (p) =>
      requireProbability('p', p) === 1 ? Infinity : solveIncreasingFrom(sojournCdf, p, 1 / serviceRate),
  };
}

/** P(T > t): a service alone with probability 1 − C, a service after an exponential wait at rate `slack` with C. */
const sojournTail = (t: number, waitProbability: number, serviceRate: number, slack: number): number => {
  const service = exp(-serviceRate * t);
  const gap = slack - serviceRate;
  const both =
    Math.abs(gap) < 1e-9 * serviceRate
      ? service * (1 + serviceRate * t)
      : (slack * service - serviceRate * exp(-slack * t)) / gap;
  return (1 - waitProbability) * service + waitProbability * both;
};
