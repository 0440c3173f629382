import { mg1 } from '../queueing/index.ts';

/** Times in one unit, the arrival rate in requests per that unit. */
export interface KeptAliveOptions {
  readonly arrivalRate: number;
  readonly meanService: number;
  readonly scvService: number;
  /** From nothing until it can serve; taken as always the same. */
  readonly start: number;
  /** How long an idle instance is kept before it is ended; 0 ends it at once, Infinity never. */
  readonly keepAlive: number;
}

export interface KeptAlive {
  /** Share of requests that wait for a start: those that cause one and those that come during it. */
  readonly metByStart: number;
  /** Share of time in which the instance exists (starting, busy or kept idle). */
  readonly upShare: number;
  readonly meanLatency: number;
}

/**
 * One instance, Poisson arrivals, ended after it was idle for the keep-alive time and started again by the next
 * request. Exact. An idle time is exponential, so it outlasts the keep-alive with p = e^(−λτ); with C the start, a cycle
 * of idle and busy time has (1 + pλC)/(1 − ρ) requests, of which p(1 + λC) wait for a start. The mean wait is that of
 * M/G/1 plus that of a setup which is C with probability p: p(2C + λC²)/(2(1 + pλC)).
 *
 * Throws RangeError for ρ ≥ 1. Source: Welch 1964, with the delayed switching off of Gandhi, Doroudi, Harchol-Balter &
 * Scheller-Wolf 2014; for keep-alive 0 it is the engine's `setupTimes`.
 */
export function keptAlive(options: KeptAliveOptions): KeptAlive {
  const { arrivalRate, meanService, scvService, start, keepAlive } = options;
  const { utilization, meanSojourn } = mg1({ arrivalRate, meanService, scvService });
  const lapses = Math.exp(-arrivalRate * keepAlive);
  const coming = arrivalRate * start;
  const cycle = (1 + lapses * coming) / (1 - utilization);
  return {
    metByStart: (lapses * (1 + coming)) / cycle,
    upShare: 1 - lapses / cycle,
    meanLatency: meanSojourn + (lapses * start * (2 + coming)) / (2 * (1 + lapses * coming)),
  };
}

/** Shortest keep-alive with which at most `share` of the requests wait for a start; 0 where none is needed. */
export function keepAliveFor(options: Omit<KeptAliveOptions, 'keepAlive'>, share: number): number {
  if (!(share > 0 && share < 1)) throw new RangeError(`share must be in (0, 1), got ${share}`);
  const { arrivalRate, meanService, start } = options;
  const idle = 1 - arrivalRate * meanService;
  if (!(idle > 0)) throw new RangeError(`the load must be < 1, got ${arrivalRate * meanService}`);
  const coming = arrivalRate * start;
  // p(1 + λC)(1 − ρ)/(1 + pλC) = share, solved for p.
  const lapses = share / (idle * (1 + coming) - share * coming);
  return lapses >= 1 || lapses <= 0 ? 0 : -Math.log(lapses) / arrivalRate;
}
