import {
  type DelayPoint,
  delayCurve,
  erlangC,
  ggc,
  mm1,
  type QueueMeasures,
} from '../../engine/queueing/index.ts';
import type { Estimate } from '../../engine/stats/index.ts';

/** What the reader can set; rates per second. */
export interface Settings {
  readonly arrivalRate: number;
  readonly serviceRate: number;
  readonly servers: number;
  readonly scvService: number;
  readonly scvArrival: number;
  readonly requests: number;
  readonly measured: boolean;
}

export interface Formula {
  /** At the present arrival rate; undefined at ρ ≥ 1, where no steady state exists. */
  readonly here: QueueMeasures | undefined;
  readonly utilization: number;
  /** Probability that all servers are busy (Erlang C); 1 at ρ ≥ 1. */
  readonly waitProbability: number;
  /** Mean time in system of one such server with exponential service at the same utilization: M/M/1. */
  readonly singleSojourn: number;
  /** For the chosen variability of service and arrivals. */
  readonly curve: readonly DelayPoint[];
  /** The same servers with exponential service: M/M/c. */
  readonly exponential: readonly DelayPoint[];
  /** One server as fast as all c together: M/M/1. */
  readonly pooled: readonly DelayPoint[];
}

export interface SimulatedPoint {
  readonly utilization: number;
  readonly meanSojourn: Estimate;
}

export interface Result {
  /** The present load; at ρ ≥ 1 what these requests saw before the run ended, which grows with the run. */
  readonly here: SimulatedPoint & { readonly p95: Estimate; readonly requests: number };
  readonly grid: readonly SimulatedPoint[];
  /** The queue fed with service times measured on this device; undefined unless asked for and present. */
  readonly measured: MeasuredRun | undefined;
}

export interface MeasuredRun {
  /** At the present utilization; undefined at ρ ≥ 1. */
  readonly here: SimulatedPoint | undefined;
  readonly grid: readonly SimulatedPoint[];
}

/** Utilizations at which curves are drawn: denser where they bend. */
export const curveGrid: readonly number[] = [
  0.01, 0.05, 0.1, 0.15, 0.2, 0.25, 0.3, 0.35, 0.4, 0.45, 0.5, 0.55, 0.6, 0.64, 0.68, 0.72, 0.75, 0.78, 0.8,
  0.82, 0.84, 0.86, 0.88, 0.9, 0.91, 0.92, 0.93, 0.94, 0.95, 0.96, 0.97, 0.975, 0.98, 0.985,
];

/** Utilizations at which the simulation runs beside the reader's own. */
export const simulatedGrid: readonly number[] = [0.1, 0.3, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95];

export function utilizationFormula(settings: Settings): Formula {
  const { arrivalRate, serviceRate, servers, scvService, scvArrival } = settings;
  const utilization = arrivalRate / (servers * serviceRate);
  const stable = utilization < 1;
  return {
    utilization,
    here: stable
      ? ggc({ arrivalRate, meanService: 1 / serviceRate, servers, scvService, scvArrival })
      : undefined,
    waitProbability: stable ? erlangC({ offeredLoad: arrivalRate / serviceRate, servers }) : 1,
    singleSojourn: stable ? mm1({ arrivalRate: arrivalRate / servers, serviceRate }).meanSojourn : Infinity,
    curve: delayCurve({ servers, serviceRate, scvService, scvArrival }, curveGrid),
    exponential: delayCurve({ servers, serviceRate }, curveGrid),
    pooled: delayCurve({ serviceRate: serviceRate * servers }, curveGrid),
  };
}

/** What the reader's drawing is compared with: one server of 10 requests/s, and two that differ from it in one thing. */
export function predictionAnswer() {
  const serviceRate = 10;
  return {
    /** One server, exponential service. */
    single: delayCurve({ serviceRate }, curveGrid),
    /** Four such servers on one queue. */
    four: delayCurve({ serviceRate, servers: 4 }, curveGrid),
    /** One server whose service times vary a lot: CV² = 8. */
    erratic: delayCurve({ serviceRate, scvService: 8 }, curveGrid),
  };
}
