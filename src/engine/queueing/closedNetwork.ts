import { at } from '../numeric/at.ts';
import { requireInteger, requireNonNegative } from '../numeric/require.ts';

export interface ClosedNetworkMeasures {
  /** Completed cycles per second. */
  throughput: number;
  /** Seconds from leaving the thinkers to coming back. */
  responseTime: number;
  /** Mean number at each station. */
  queueLengths: number[];
  utilizations: number[];
  /** The station with the largest demand, which bounds the throughput: X ≤ 1/demand. */
  bottleneck: number;
  /** N* = (thinkTime + Σ demands)/largest demand: with more customers than that, queues must form. */
  saturation: number;
}

/**
 * A closed network by exact mean value analysis: a fixed number of customers, who think for `thinkTime` seconds and then
 * ask each single-server station for `demands[k]` seconds in all (visits × service). Adding one customer at a time:
 * R_k(n) = D_k·(1 + Q_k(n − 1)), X(n) = n/(Z + Σ R_k(n)), Q_k(n) = X(n)·R_k(n). Product-form stations: processor sharing,
 * or first come first served with exponential service. A load test with N users is such a system, not an open one.
 * Throws RangeError without customers or demand. Source: Reiser & Lavenberg 1980.
 *
 * @example
 * // twenty users of a load test, who think for a second; processor, disk and network
 * const test = queueing.closedNetwork({ customers: 20, thinkTime: 1, demands: [0.1, 0.05, 0.08] });
 * test.throughput;
 * test.responseTime;
 * test.bottleneck;
 */
export function closedNetwork(options: {
  customers: number;
  /** Seconds; 0 by default. */
  thinkTime?: number;
  demands: readonly number[];
}): ClosedNetworkMeasures {
  const { customers, thinkTime = 0, demands } = options;
  requireInteger('customers', customers, 1);
  requireNonNegative('thinkTime', thinkTime);
  demands.forEach((demand, k) => {
    requireNonNegative(`demands[${k}]`, demand);
  });
  const largest = Math.max(0, ...demands);
  if (largest === 0) throw new RangeError('demands must hold at least one number > 0, got none');
  let queueLengths = demands.map(() => 0);
  let throughput = 0;
  let responseTime = 0;
  for (let n = 1; n <= customers; n++) {
    const residence = demands.map((demand, k) => demand * (1 + at(queueLengths, k)));
    responseTime = residence.reduce((sum, time) => sum + time, 0);
    throughput = n / (thinkTime + responseTime);
    const rate = throughput;
    queueLengths = residence.map((time) => rate * time);
  }
  return {
    throughput,
    responseTime,
    queueLengths,
    utilizations: demands.map((demand) => throughput * demand),
    bottleneck: demands.indexOf(largest),
    saturation: (thinkTime + demands.reduce((sum, demand) => sum + demand, 0)) / largest,
  };
}
