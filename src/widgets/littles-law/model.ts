import { ggc, type QueueMeasures } from '../../engine/queueing/index.ts';
import {
  constant,
  exponential,
  hyperexponential,
  type Law,
  lognormal,
  poisson,
  renewal,
  type Streams,
} from '../../engine/random/index.ts';
import { simulate } from '../../engine/simulate/index.ts';
import type { Estimate } from '../../engine/stats/index.ts';
import { edgeScale, type Growth, growingWindows, longRunNumber } from './growth.ts';
import { lastComeFirstServed } from './order.ts';
import { type NumberPath, numberPath } from './steps.ts';

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

/** One run from empty: its first seconds request by request, and what ever longer windows of it show. */
export function runLittlesLaw(settings: QueueSettings, streams: Streams): Result {
  const { arrivalRate, serviceRate, servers, order, requests, rejectRate } = settings;
  const arrivals = settings.arrivals === 'poisson' ? poisson(arrivalRate) : renewal(gapLaw(settings));
  const service = serviceLaw(settings.service, 1 / serviceRate);
  const log = simulate({ arrivals, service, servers }, { seed: streams.seed, requests });
  const { arrival } = log;
  const work = log.finish.map((at, request) => at - (log.start[request] ?? 0));
  const { start, finish } = order === 'fifo' ? log : lastComeFirstServed(arrival, work, servers);

  const shownCount = arrival.findIndex((at) => at > shownSeconds);
  const shown = (column: Float64Array) => column.slice(0, shownCount < 0 ? undefined : shownCount);
  const seconds = arrival.at(-1) ?? shownSeconds;
  const growth = growingWindows({ arrival, finish }, 1, Math.max(seconds, 10));
  const stable = arrivalRate < servers * serviceRate;
  return {
    shown: { arrival: shown(arrival), start: shown(start), finish: shown(finish) },
    path: numberPath(arrival, finish, shownSeconds),
    rejected: rejects(rejectRate, streams),
    growth,
    edgeScale: stable ? edgeScale(growth) : undefined,
    number: stable ? longRunNumber(numberPath(arrival, finish, seconds), seconds / 10, seconds) : undefined,
    seconds,
  };
}

function gapLaw({ arrivals, arrivalRate }: QueueSettings): Law {
  const mean = 1 / arrivalRate;
  return arrivals === 'even' ? constant(mean) : hyperexponential({ mean, scv: scvOf.bursty });
}

function serviceLaw(law: ServiceLaw, mean: number): Law {
  if (law === 'constant') return constant(mean);
  return law === 'exponential' ? exponential(mean) : lognormal({ mean, scv: scvOf.lognormal });
}

/** Attempts that never enter, from a stream of their own: turning them on leaves the path as it is. */
function rejects(rate: number, streams: Streams): Float64Array {
  if (rate === 0) return new Float64Array(0);
  const stream = streams.stream('rejected');
  const times: number[] = [];
  for (let at = stream.exponential() / rate; at <= shownSeconds; at += stream.exponential() / rate)
    times.push(at);
  return Float64Array.from(times);
}
