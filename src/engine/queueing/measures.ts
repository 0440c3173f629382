import { requireInteger, requirePositive } from '../numeric/require.ts';

/** What a queueing formula says of the long run. Rates per second, times in seconds. */
export interface QueueMeasures {
  /** ρ: the share of time that a server is busy. */
  utilization: number;
  /** L: mean number of requests in the system. */
  meanNumber: number;
  /** Lq: mean number waiting. */
  meanQueue: number;
  /** W: mean time from arrival to finish. */
  meanSojourn: number;
  /** Wq: mean time from arrival to start. */
  meanWait: number;
  /** Probability that a request must wait. */
  waitProbability?: number;
  /** The time that a share p of requests do not exceed, arrival to finish. */
  sojournQuantile?: (p: number) => number;
  /** The same for the wait. */
  waitQuantile?: (p: number) => number;
}

/** ρ = λ/(c·μ), refused at 1 and above, where no long run exists. */
export function requireStable(arrivalRate: number, serviceRate: number, servers = 1): number {
  requirePositive('arrivalRate', arrivalRate);
  requirePositive('serviceRate', serviceRate);
  requireInteger('servers', servers, 1);
  const utilization = arrivalRate / (servers * serviceRate);
  if (utilization < 1) return utilization;
  const shown = Number.parseFloat(utilization.toPrecision(6));
  throw new RangeError(`utilization must be < 1, got ${shown}: the queue grows without bound`);
}

/** Completes the means from the mean wait by Little's law. */
export function fromWait(
  meanWait: number,
  arrivalRate: number,
  serviceRate: number,
  utilization: number,
): QueueMeasures {
  const meanSojourn = meanWait + 1 / serviceRate;
  return {
    utilization,
    meanNumber: arrivalRate * meanSojourn,
    meanQueue: arrivalRate * meanWait,
    meanSojourn,
    meanWait,
  };
}
