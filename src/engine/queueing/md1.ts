import { at } from '../numeric/at.ts';
import { exp, expm1 } from '../numeric/exp.ts';
import { requirePositive } from '../numeric/require.ts';
import { solveIncreasingFrom } from '../numeric/solve.ts';
import { fromWait, type QueueMeasures, requireStable } from './measures.ts';
import { tailQuantile } from './tailQuantile.ts';

/**
 * M/D/1: Poisson arrivals, one server, and a service time 1/μ that never varies: half of M/M/1's wait. Exact.
 * Wq = ρ/(1 − ρ)/(2μ). The wait's distribution is summed from positive terms only (Franx 2001), and beyond 30 services
 * taken from its exponential tail, which is exact there to the last digit. Throws RangeError for ρ ≥ 1.
 *
 * @example
 * const steady = queueing.md1({ arrivalRate: 0.8, serviceRate: 1 });
 * steady.meanWait;
 * steady.waitQuantile(0.99);
 */
export function md1(options: { arrivalRate: number; serviceRate: number }): Required<QueueMeasures> {
  const { arrivalRate, serviceRate } = options;
  requirePositive('serviceRate', serviceRate);
  const utilization = requireStable(arrivalRate, serviceRate);
  const meanWait = utilization / (1 - utilization) / (2 * serviceRate);
  const tail = unitTail(utilization);
  const waitQuantile = (p: number) =>
    p <= 1 - utilization && p >= 0 ? 0 : tailQuantile(tail, p, 1) / serviceRate;
  return {
    ...fromWait(meanWait, arrivalRate, serviceRate, utilization),
    waitProbability: utilization,
    waitQuantile,
    sojournQuantile: (p) => 1 / serviceRate + waitQuantile(p),
  };
}

/** Where the exponential tail takes over, in service times. */
const FAR = 30;

/** P(wait > u services). */
const unitTail = (load: number): ((u: number) => number) => {
  // θ > 0 with load·(e^θ − 1) = θ
  const decay = solveIncreasingFrom((x) => expm1(x) / x, 1 / load, 1);
  const height = (1 - load) / (load * exp(decay) - 1);
  const queued = queueShares(load);
  return (u) => {
    if (u > FAR) return height * exp(-decay * u);
    const k = Math.floor(u) + 1;
    const rest = load * (k - u);
    let weight = exp(-rest);
    let served = 0;
    for (let j = 0; j < k; j++) {
      served += weight * at(queued, k - j - 1);
      weight *= rest / (j + 1);
    }
    return 1 - served;
  };
};

/**
 * P(at most m wait) for m = 0, 1, …: from the balance between n + 1 and the states below it, in which all terms are
 * positive: p(n + 1)·P(no arrival) = p(0)·P(more than n arrive) + Σ p(i)·P(more than n + 1 − i arrive).
 */
const queueShares = (load: number): Float64Array => {
  const none = exp(-load);
  const more = new Float64Array(FAR + 3); // P(more than j arrive during a service)
  for (let j = more.length - 1, k = j + 40; j >= 0; k = --j + 40) {
    let above = 0;
    for (let i = k; i > j; i--) above = ((above + 1) * load) / i;
    let first = none;
    for (let i = 1; i <= j; i++) first *= load / i;
    more[j] = first * above;
  }
  const share = new Float64Array(FAR + 3);
  share[0] = 1 - load;
  const queued = new Float64Array(FAR + 1);
  for (let n = 0; n < FAR + 1; n++) {
    let flow = at(share, 0) * at(more, n);
    for (let i = 1; i <= n; i++) flow += at(share, i) * at(more, n + 1 - i);
    share[n + 1] = flow / none;
    queued[n] = (n === 0 ? at(share, 0) : at(queued, n - 1)) + at(share, n + 1);
  }
  return queued;
};
