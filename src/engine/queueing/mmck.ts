import { at } from '../numeric/at.ts';
import { requireInteger, requirePositive } from '../numeric/require.ts';
import { sum } from '../numeric/sum.ts';
import type { QueueMeasures } from './measures.ts';
import { mmckQuantiles } from './mmckQuantiles.ts';

export interface MmckMeasures extends Required<QueueMeasures> {
  /** Share of requests turned away. */
  blockProbability: number;
  /** Requests completed per second, λ·(1 − blockProbability). */
  throughput: number;
}

/**
 * M/M/c/K: M/M/c with room for at most K requests, those in service included; a request that finds it full is lost.
 * Stationary for every ρ, so it also describes overload. From the birth–death balance
 * p(n) = p(n − 1)·λ/(min(n, c)·μ), scaled while summing so that it neither overflows nor vanishes.
 * Waits and sojourns, with their quantiles, are those of the accepted requests; `utilization` is the share of time that a
 * server is busy. Source: Gross et al., Fundamentals of Queueing Theory, §2.4 and 2.5.
 *
 * @example
 * const bounded = queueing.mmck({ arrivalRate: 1.2, serviceRate: 1, servers: 1, capacity: 10 });
 * bounded.blockProbability;
 * bounded.sojournQuantile(0.99);
 */
export function mmck(options: {
  arrivalRate: number;
  serviceRate: number;
  servers: number;
  capacity: number;
}): MmckMeasures {
  const { arrivalRate, serviceRate, servers, capacity } = options;
  requirePositive('arrivalRate', arrivalRate);
  requirePositive('serviceRate', serviceRate);
  requireInteger('servers', servers, 1);
  requireInteger('capacity', capacity, servers);
  const probability = balance(arrivalRate / serviceRate, servers, capacity);
  const blockProbability = at(probability, capacity);
  const throughput = arrivalRate * (1 - blockProbability);
  const meanNumber = sum(probability.map((p, n) => n * p));
  const meanQueue = sum(probability.map((p, n) => Math.max(0, n - servers) * p));
  const accepted = probability.subarray(0, capacity);
  return {
    utilization: throughput / (servers * serviceRate),
    meanNumber,
    meanQueue,
    meanSojourn: meanNumber / throughput,
    meanWait: meanQueue / throughput,
    waitProbability: sum(accepted.subarray(Math.min(servers, capacity))) / (1 - blockProbability),
    blockProbability,
    throughput,
    ...mmckQuantiles({ found: accepted.map((p) => p / (1 - blockProbability)), servers, serviceRate }),
  };
}

const balance = (offeredLoad: number, servers: number, capacity: number): Float64Array => {
  const weights = new Float64Array(capacity + 1);
  let weight = 1;
  weights[0] = 1;
  for (let n = 1; n <= capacity; n++) {
    weight *= offeredLoad / Math.min(n, servers);
    if (weight > 1e200) {
      for (let k = 0; k < n; k++) weights[k] = at(weights, k) / weight;
      weight = 1;
    }
    weights[n] = weight;
  }
  const total = sum(weights);
  return weights.map((w) => w / total);
};
