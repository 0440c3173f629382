import { power } from '../numeric/exp.ts';
import { requireInteger, requireNonNegative, requirePositive } from '../numeric/require.ts';
import { erlangC } from './erlang.ts';
import { fromWait, type QueueMeasures, requireStable } from './measures.ts';

export interface GeneralQueue {
  arrivalRate: number;
  meanService: number;
  scvArrival: number;
  scvService: number;
}

/**
 * G/G/1 by Kingman's heavy-traffic formula, Wq ≈ ρ/(1 − ρ)·(scvArrival + scvService)/2·E[S]. An approximation, best near
 * ρ = 1; exact for Poisson arrivals. Assumes independent gaps: bursty arrivals wait longer. Source: Kingman 1961.
 *
 * @example
 * queueing.gg1({ arrivalRate: 0.8, meanService: 1, scvArrival: 0.5, scvService: 2 }).meanWait;
 */
export function gg1(options: GeneralQueue): QueueMeasures {
  return ggc({ ...options, servers: 1 });
}

/**
 * G/G/c by Allen & Cunneen: the wait of M/M/c times (scvArrival + scvService)/2. An approximation; exact for M/M/c and
 * M/G/1. Throws RangeError for ρ = λ·E[S]/c ≥ 1. Source: A. Allen, Probability, Statistics and Queueing Theory, 1990.
 *
 * @example
 * queueing.ggc({ arrivalRate: 3.6, meanService: 1, scvArrival: 2, scvService: 4, servers: 4 }).meanWait;
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

/**
 * G/G/c by Sakasegawa: Wq ≈ ρ^(√(2(c + 1)) − 1)/(c·(1 − ρ))·(scvArrival + scvService)/2·E[S]. Like Allen–Cunneen with
 * Erlang's C replaced by a power that fits on the back of an envelope; exact for M/M/1 and M/G/1.
 * Throws RangeError for ρ = λ·E[S]/c ≥ 1. Source: Sakasegawa 1977; Hopp & Spearman, Factory Physics, eq. 8.27.
 *
 * @example
 * queueing.sakasegawa({ arrivalRate: 3.6, meanService: 1, scvArrival: 1, scvService: 1, servers: 4 }).meanWait;
 */
export function sakasegawa(options: GeneralQueue & { servers: number }): QueueMeasures {
  const { arrivalRate, meanService, scvArrival, scvService, servers } = options;
  requirePositive('meanService', meanService);
  requireNonNegative('scvArrival', scvArrival);
  requireNonNegative('scvService', scvService);
  const utilization = requireStable(arrivalRate, 1 / meanService, servers);
  const crowd = power(utilization, Math.sqrt(2 * (servers + 1)) - 1) / (servers * (1 - utilization));
  const wait = (crowd * meanService * (scvArrival + scvService)) / 2;
  return fromWait(wait, arrivalRate, 1 / meanService, utilization);
}

/**
 * Kingman's formula by its name: `gg1`.
 *
 * @example
 * queueing.kingman({ arrivalRate: 0.9, meanService: 1, scvArrival: 1, scvService: 4 }).meanWait;
 */
export function kingman(options: GeneralQueue): QueueMeasures {
  return gg1(options);
}

/**
 * Allen and Cunneen's formula by its name: `ggc`.
 *
 * @example
 * queueing.allenCunneen({ arrivalRate: 3.6, meanService: 1, scvArrival: 1, scvService: 0, servers: 4 }).meanWait;
 */
export function allenCunneen(options: GeneralQueue & { servers: number }): QueueMeasures {
  return ggc(options);
}
