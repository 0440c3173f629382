import { exp } from '../numeric/exp.ts';
import { incompleteGamma, logGamma } from '../numeric/gamma.ts';
import { log } from '../numeric/log.ts';
import { requireInteger, requireNonNegative, requirePositive } from '../numeric/require.ts';
import { requireStable } from './measures.ts';

/**
 * Erlang B: the share of requests turned away by `servers` servers without a waiting room, for an offered load λ/μ.
 * B(0) = 1, B(k) = a·B(k−1)/(k + a·B(k−1)). Holds for any service law with that mean.
 */
export function erlangB({ offeredLoad, servers }: { offeredLoad: number; servers: number }): number {
  requireNonNegative('offeredLoad', offeredLoad);
  requireInteger('servers', servers, 0);
  let blocking = 1;
  for (let k = 1; k <= servers; k++) blocking = (offeredLoad * blocking) / (k + offeredLoad * blocking);
  return blocking;
}

/**
 * Erlang C: the probability that a request must wait in M/M/c, C = B/(1 − ρ·(1 − B)) with ρ = offeredLoad/servers < 1.
 */
export function erlangC({ offeredLoad, servers }: { offeredLoad: number; servers: number }): number {
  if (offeredLoad === 0) return 0;
  const utilization = requireStable(offeredLoad, 1, servers);
  const blocking = erlangB({ offeredLoad, servers });
  return blocking / (1 - utilization * (1 - blocking));
}

export interface ErlangAMeasures {
  /** λ/(c·μ); may exceed 1, since impatience keeps the queue finite. */
  utilization: number;
  waitProbability: number;
  abandonProbability: number;
  /** Mean wait of all requests, served or not, seconds. */
  meanWait: number;
  meanQueue: number;
}

/**
 * Erlang A (M/M/c + M): like M/M/c, but a waiting request leaves after an exponential patience at rate θ.
 * With x = cμ/θ, y = λ/θ: A = x·e^y·y^(−x)·γ(x, y); P(wait) = A·B/(1 + (A − 1)·B);
 * P(abandon | wait) = 1/(ρA) + 1 − 1/ρ; E[wait] = P(abandon)/θ. Any ρ is allowed.
 * Source: Palm 1957; Mandelbaum & Zeltyn 2007.
 */
export function erlangA(options: {
  arrivalRate: number;
  serviceRate: number;
  servers: number;
  patienceRate: number;
}): ErlangAMeasures {
  const { arrivalRate, serviceRate, servers, patienceRate } = options;
  requirePositive('arrivalRate', arrivalRate);
  requirePositive('serviceRate', serviceRate);
  requireInteger('servers', servers, 1);
  requirePositive('patienceRate', patienceRate);
  const x = (servers * serviceRate) / patienceRate;
  const y = arrivalRate / patienceRate;
  const a = exp(log(x) + y - x * log(y) + logGamma(x) + log(incompleteGamma(x, y).lower));
  const blocking = erlangB({ offeredLoad: arrivalRate / serviceRate, servers });
  const utilization = arrivalRate / (servers * serviceRate);
  const waitProbability = (a * blocking) / (1 + (a - 1) * blocking);
  const abandonProbability = waitProbability * (1 / (utilization * a) + 1 - 1 / utilization);
  const meanWait = abandonProbability / patienceRate;
  return { utilization, waitProbability, abandonProbability, meanWait, meanQueue: arrivalRate * meanWait };
}
