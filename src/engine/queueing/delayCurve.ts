import { requireFinite, requireInteger, requirePositive } from '../numeric/require.ts';
import { ggc } from './general.ts';
import { mmc } from './mmc.ts';

/** One point of a delay curve; times in seconds, Infinity at ρ ≥ 1. */
export interface DelayPoint {
  utilization: number;
  arrivalRate: number;
  meanSojourn: number;
  meanWait: number;
  meanNumber: number;
  /** p99 of the sojourn; only where a formula is known (scvArrival = scvService = 1), else NaN. */
  sojournP99: number;
}

export interface DelayCurveOptions {
  serviceRate: number;
  servers?: number;
  scvArrival?: number;
  scvService?: number;
}

/**
 * The delay of G/G/c (Allen–Cunneen; exact for M/M/c and M/G/1) at each of the given utilizations, which must be ≥ 0.
 * At 0 it is the service time alone; at 1 and beyond it is Infinity, since the queue grows without bound.
 *
 * @example
 * queueing.delayCurve({ serviceRate: 10 }, [0.5, 0.9, 0.99]).map((point) => point.meanSojourn);
 */
export function delayCurve(options: DelayCurveOptions, utilizations: ArrayLike<number>): DelayPoint[] {
  const { serviceRate, servers = 1, scvArrival = 1, scvService = 1 } = options;
  requirePositive('serviceRate', serviceRate);
  requireInteger('servers', servers, 1);
  const markovian = scvArrival === 1 && scvService === 1;
  return Array.from(utilizations, (utilization, i) => {
    requireFinite(`utilizations[${i}]`, utilization);
    if (utilization < 0) throw new RangeError(`utilizations[${i}] must be >= 0, got ${utilization}`);
    const arrivalRate = utilization * servers * serviceRate;
    if (utilization >= 1) return unbounded(utilization, arrivalRate);
    // at no load the limit is taken: a request that never meets another
    const rate = Math.max(arrivalRate, Number.MIN_VALUE * 1e16);
    const measures = ggc({
      arrivalRate: rate,
      meanService: 1 / serviceRate,
      scvArrival,
      scvService,
      servers,
    });
    const sojournP99 = markovian
      ? mmc({ arrivalRate: rate, serviceRate, servers }).sojournQuantile(0.99)
      : Number.NaN;
    const { meanSojourn, meanWait } = measures;
    return {
      utilization,
      arrivalRate,
      meanSojourn,
      meanWait,
      meanNumber: arrivalRate * meanSojourn,
      sojournP99,
    };
  });
}

const unbounded = (utilization: number, arrivalRate: number): DelayPoint => ({
  utilization,
  arrivalRate,
  meanSojourn: Infinity,
  meanWait: Infinity,
  meanNumber: Infinity,
  sojournP99: Infinity,
});
