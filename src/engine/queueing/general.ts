import { requireInteger, requireNonNegative, requirePositive } from '../numeric/require.ts';
import { erlangC } from './erlang.ts';
import { fromWait, type QueueMeasures, requireStable } from './measures.ts';

/**
 * M/G/1: Poisson arrivals, any service law with the given mean and squared coefficient of variation, one server.
 * Wq = ρ/(1 − ρ)·(1 + scv)/2·E[S] (Pollaczek–Khinchine): exact. Throws RangeError for ρ ≥ 1.
 * Source: Kleinrock, Queueing Systems vol. 1, eq. 5.72.
 */
export function mg1(options: {
  arrivalRate: number;
  meanService: number;
  scvService: number;
}): QueueMeasures {
  return gg1({ ...options, scvArrival: 1 });
}

/** M/D/1: M/G/1 with a service time that never varies, and half of M/M/1's wait. Exact. */
export function md1({
  arrivalRate,
  serviceRate,
}: {
  arrivalRate: number;
  serviceRate: number;
}): QueueMeasures {
  requirePositive('serviceRate', serviceRate);
  return mg1({ arrivalRate, meanService: 1 / serviceRate, scvService: 0 });
}

export interface GeneralQueue {
  arrivalRate: number;
  meanService: number;
  scvArrival: number;
  scvService: number;
}

/**
 * G/G/1 by Kingman's heavy-traffic formula, Wq ≈ ρ/(1 − ρ)·(scvArrival + scvService)/2·E[S]. An approximation, best near
 * ρ = 1; exact for Poisson arrivals. Assumes independent gaps: bursty arrivals wait longer. Source: Kingman 1961.
 */
export function gg1(options: GeneralQueue): QueueMeasures {
  return ggc({ ...options, servers: 1 });
}

/**
 * G/G/c by Allen & Cunneen: the wait of M/M/c times (scvArrival + scvService)/2. An approximation; exact for M/M/c and
 * M/G/1. Throws RangeError for ρ = λ·E[S]/c ≥ 1. Source: A. Allen, Probability, Statistics and Queueing Theory, 1990.
 */
export function ggc(options: GeneralQueue & { servers: number }): QueueMeasures {
  const { arrivalRate, meanService, scvArrival, scvService, servers } = options;
  requirePositive('meanService', meanService);
  requireNonNegative('scvArrival', scvArrival);
  requireNonNegative('scvService', scvService);
  requireInteger('servers', servers, 1);
  const serviceRate = 1 / meanService;
  const utilization = requireStable(arrivalRate, serviceRate, servers);
  const wait =
    erlangC({ offeredLoad: arrivalRate * meanService, servers }) / (servers * serviceRate - arrivalRate);
  return fromWait((wait * (scvArrival + scvService)) / 2, arrivalRate, serviceRate, utilization);
}
