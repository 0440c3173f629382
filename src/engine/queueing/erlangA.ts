import { exp, expm1 } from '../numeric/exp.ts';
import { log } from '../numeric/log.ts';
import { requireInteger, requirePositive } from '../numeric/require.ts';
import { erlangB } from './erlang.ts';
import { integrate } from './integrate.ts';
import { tailQuantile } from './tailQuantile.ts';

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
  /** The wait that a share p of all requests do not exceed, whether it ends in service or in leaving. */
  waitQuantile: (p: number) => number;
}

/**
 * Erlang A (M/M/c + M): like M/M/c, but a waiting request leaves after an exponential patience at rate θ.
 * With x = cμ/θ and y = λ/θ: A = 1 + y/(x + 1) + y²/((x + 1)(x + 2)) + …; P(wait) = A·B/(1 − B + A·B) with Erlang's B;
 * P(abandon | wait) = 1/(ρA) + 1 − 1/ρ; E[wait] = P(abandon)/θ. Any ρ is allowed.
 * P(wait > t) = P(wait)·e^(−θt)·J(t)/J(0) with J(t) = ∫ e^((λ/θ)(1 − e^(−θu)) − cμu) du from t on: still patient, and an
 * offered wait beyond t.
 * Source: Palm 1957; Mandelbaum & Zeltyn 2007.
 *
 * @example
 * const impatient = { arrivalRate: 12, serviceRate: 1, servers: 10, patienceRate: 0.5 }; // overloaded
 * queueing.erlangA(impatient).abandonProbability;
 * queueing.erlangA(impatient).meanWait;
 * queueing.erlangA(impatient).waitQuantile(0.95);
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
    waitQuantile: (p) => {
      const offered = offeredTail(arrivalRate, servers * serviceRate, patienceRate);
      const tail = (t: number) => waitProbability * exp(-patienceRate * t) * offered(t);
      return tailQuantile(tail, p, 1 / (servers * serviceRate));
    },
  };
}

/** J(t)/J(0): the integrand rises while arrivals outrun service and patience, then falls; it is taken relative to its peak. */
const offeredTail = (arrivalRate: number, joint: number, patienceRate: number): ((t: number) => number) => {
  const height = (u: number) => (-arrivalRate / patienceRate) * expm1(-patienceRate * u) - joint * u;
  const peak = Math.max(0, log(arrivalRate / joint) / patienceRate);
  let end = peak + 1 / joint;
  while (height(end) > height(peak) - 45) end = peak + 2 * (end - peak);
  const rest = (t: number) => (t >= end ? 0 : integrate((u) => exp(height(u) - height(peak)), t, end, 40));
  const whole = rest(0);
  return (t) => rest(t) / whole;
};

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
