import { requireInteger, requirePositive } from '../numeric/require.ts';
import { erlangB } from './erlang.ts';

export interface ErlangAMeasures {
  /** λ/(c·μ); may exceed 1, since impatience keeps the queue finite. */
  utilization: number;
  waitProbability: number;
  abandonProbability: number;
  /** Mean wait of all requests, served or not, seconds. */
  meanWait: number;
  meanQueue: number;
  meanNumber: number;
  /** Mean time inside of all requests, served or not, seconds. */
  meanSojourn: number;
  /** Requests served per second, λ·(1 − abandonProbability). */
  throughput: number;
}

/**
 * Erlang A (M/M/c + M): like M/M/c, but a waiting request leaves after an exponential patience at rate θ.
 * With x = cμ/θ and y = λ/θ: A = 1 + y/(x + 1) + y²/((x + 1)(x + 2)) + …; P(wait) = A·B/(1 − B + A·B) with Erlang's B;
 * P(abandon | wait) = 1/(ρA) + 1 − 1/ρ; E[wait] = P(abandon)/θ. Any ρ is allowed.
 * Source: Palm 1957; Mandelbaum & Zeltyn 2007.
 *
 * @example
 * const impatient = { arrivalRate: 12, serviceRate: 1, servers: 10, patienceRate: 0.5 }; // overloaded
 * queueing.erlangA(impatient).abandonProbability;
 * queueing.erlangA(impatient).meanWait;
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
  const a = growth((servers * serviceRate) / patienceRate, arrivalRate / patienceRate);
  const blocking = erlangB({ offeredLoad: arrivalRate / serviceRate, servers });
  const utilization = arrivalRate / (servers * serviceRate);
  const waitProbability = 1 / ((1 - blocking) / (a * blocking) + 1);
  const abandonProbability = waitProbability * (1 / (utilization * a) + 1 - 1 / utilization);
  const meanWait = abandonProbability / patienceRate;
  const throughput = arrivalRate * (1 - abandonProbability);
  const meanQueue = arrivalRate * meanWait;
  const meanNumber = meanQueue + throughput / serviceRate;
  return {
    utilization,
    waitProbability,
    abandonProbability,
    meanWait,
    meanQueue,
    meanNumber,
    meanSojourn: meanNumber / arrivalRate,
    throughput,
  };
}

/** A, up to Infinity: in deep overload everybody waits, and the formulas above take that limit. */
const growth = (x: number, y: number): number => {
  let term = 1;
  let total = 1;
  for (let j = 1; term > total * 1e-17 && total < Infinity; j++) {
    term *= y / (x + j);
    total += term;
  }
  return total;
};
