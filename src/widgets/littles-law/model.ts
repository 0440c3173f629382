import { ggc, type QueueMeasures } from '../../engine/queueing/index.ts';
import type { Estimate } from '../../engine/stats/index.ts';
import type { Growth } from './growth.ts';
import type { NumberPath } from './steps.ts';

/** Seconds of the sample path that the picture shows. */
export const shownSeconds = 6;

export type ServiceLaw = 'constant' | 'exponential' | 'lognormal';
export type ArrivalLaw = 'even' | 'poisson' | 'bursty';
export type Order = 'fifo' | 'lifo';

/** The queue; rates per second. */
export interface QueueSettings {
  readonly arrivalRate: number;
  readonly serviceRate: number;
  readonly servers: number;
  readonly service: ServiceLaw;
  readonly arrivals: ArrivalLaw;
  readonly order: Order;
  /** Attempts a second that are turned away at the door. */
  readonly rejectRate: number;
  /** Requests of the long run. */
  readonly requests: number;
}

/** Squared coefficients of variation of the laws that can be chosen. */
export const scvOf = { constant: 0, exponential: 1, lognormal: 4, even: 0, poisson: 1, bursty: 4 } as const;

/** Kendall's letters: D constant, M exponential, G any other law. */
const kendall = {
  constant: 'D',
  exponential: 'M',
  lognormal: 'G',
  even: 'D',
  poisson: 'M',
  bursty: 'G',
} as const;

export interface Formula {
  readonly utilization: number;
  /** The long run by formula; undefined at ρ ≥ 1, where none exists. */
  readonly steady: QueueMeasures | undefined;
  /** Whether the formula is exact for these laws, or Allen and Cunneen's approximation. */
  readonly exact: boolean;
  /** The queue in Kendall's notation: M/M/2. */
  readonly name: string;
}

/** The requests of the shown part of the path, one row each in order of arrival; seconds. */
export interface Requests {
  readonly arrival: Float64Array;
  readonly start: Float64Array;
  readonly finish: Float64Array;
}

export interface Result {
  readonly shown: Requests;
  readonly path: NumberPath;
  /** When attempts were turned away. */
  readonly rejected: Float64Array;
  readonly growth: Growth;
  /** |ε|·length where it settles, request-seconds; undefined at ρ ≥ 1. */
  readonly edgeScale: number | undefined;
  /** L̄ of the long run after its first tenth; undefined at ρ ≥ 1. */
  readonly number: Estimate | undefined;
  readonly seconds: number;
}

export function littlesLawFormula(settings: QueueSettings): Formula {
  const { arrivalRate, serviceRate, servers, service, arrivals } = settings;
  const utilization = arrivalRate / (servers * serviceRate);
  const laws = { meanService: 1 / serviceRate, scvService: scvOf[service], scvArrival: scvOf[arrivals] };
  return {
    utilization,
    steady: utilization < 1 ? ggc({ arrivalRate, servers, ...laws }) : undefined,
    exact: arrivals === 'poisson' && (servers === 1 || service === 'exponential'),
    name: `${kendall[arrivals]}/${kendall[service]}/${servers}`,
  };
}
