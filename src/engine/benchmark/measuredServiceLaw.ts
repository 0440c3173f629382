import { mean, variance } from '../stats/index.ts';

/** What a queueing formula needs to know of a measured server. */
export interface MeasuredServiceLaw {
  /** μ = 1/E[S], inferences per second of one busy server. */
  readonly serviceRate: number;
  /** CV² of single service times: variance over squared mean. */
  readonly scv: number;
}

/**
 * Service rate and variability of a server from its measured service times in milliseconds.
 *
 * Where each sample is the mean of `innerRuns` runs, the variance of single runs is taken as that many times the
 * samples' variance: exact for independent runs, too small when neighbouring runs resemble each other.
 * Throws RangeError for fewer than two samples or a mean that is not positive.
 */
export function measuredServiceLaw(serviceTimes: readonly number[], innerRuns = 1): MeasuredServiceLaw {
  if (serviceTimes.length < 2) {
    throw new RangeError(`at least 2 service times are needed, got ${serviceTimes.length}`);
  }
  const average = mean(serviceTimes);
  if (!(average > 0)) throw new RangeError(`the mean service time must be > 0 ms, got ${average}`);
  return { serviceRate: 1000 / average, scv: (innerRuns * variance(serviceTimes)) / average ** 2 };
}
