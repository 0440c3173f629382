import { power } from '../numeric/exp.ts';
import { requireInteger } from '../numeric/require.ts';
import { type QueueMeasures, requireStable } from './measures.ts';

export interface PowerOfDMeasures extends QueueMeasures {
  /** The share of servers with at least n requests, s_n = ρ^((dⁿ − 1)/(d − 1)). */
  shareAtLeast: (n: number) => number;
}

/**
 * The power of d choices: each request looks at d servers picked at random and joins the shortest, in the limit of many
 * servers (mean field). Poisson arrivals at rate λ per server, exponential service at rate μ.
 * W = Σ ρ^((dⁱ − d)/(d − 1))/μ over i ≥ 1: the tail falls doubly exponentially for d ≥ 2, only exponentially for d = 1,
 * where this is M/M/1. Numbers are per server. A finite pool is a little slower.
 * Throws RangeError for ρ ≥ 1. Source: Vvedenskaya, Dobrushin & Karpelevich 1996; Mitzenmacher 2001.
 *
 * @example
 * queueing.powerOfD({ arrivalRate: 0.9, serviceRate: 1, choices: 1 }).meanSojourn;
 * queueing.powerOfD({ arrivalRate: 0.9, serviceRate: 1, choices: 2 }).meanSojourn;
 */
export function powerOfD(options: {
  /** Per server. */
  arrivalRate: number;
  serviceRate: number;
  choices: number;
}): PowerOfDMeasures {
  const { arrivalRate, serviceRate, choices } = options;
  requireInteger('choices', choices, 1);
  const utilization = requireStable(arrivalRate, serviceRate);
  const shareAtLeast = (n: number) => {
    requireInteger('n', n, 0);
    return power(utilization, choices === 1 ? n : (power(choices, n) - 1) / (choices - 1));
  };
  const meanNumber = choices === 1 ? utilization / (1 - utilization) : total(shareAtLeast);
  return {
    utilization,
    meanNumber,
    meanQueue: meanNumber - utilization,
    meanSojourn: meanNumber / arrivalRate,
    meanWait: meanNumber / arrivalRate - 1 / serviceRate,
    waitProbability: power(utilization, choices),
    shareAtLeast,
  };
}

const total = (shareAtLeast: (n: number) => number): number => {
  let sum = 0;
  for (let n = 1; ; n++) {
    const share = shareAtLeast(n);
    sum += share;
    if (share < 1e-18 * sum) return sum;
  }
};
