import type { Estimate } from '../stats/interval.ts';

/** The numbers that describe a run, or one stretch of it. Times in seconds, rates per second. */
export interface Measures {
  meanWait: number;
  meanSojourn: number;
  meanService: number;
  /** Quantiles of the sojourn. */
  p50: number;
  p95: number;
  p99: number;
  /** Share of requests that had to wait. */
  waitProbability: number;
  /** Share of the requests that left without an answer: rejected, timed out, dropped or failed. */
  lossProbability: number;
  arrivalRate: number;
  /** Requests finished per second. */
  throughput: number;
  /** Requests finished within the deadline, per second. */
  goodput: number;
  /**
   * Share of the servers that is busy; a paused server that holds a request counts. With an autoscaler, of the servers that
   * were ready.
   */
  utilization: number;
  meanNumber: number;
  meanQueue: number;
}

/** Every measure with its confidence interval. */
export type Summary = { [Name in keyof Measures]: Estimate } & {
  /** Requests that entered the summary. */
  requests: number;
  confidence: number;
  batches: number;
};
