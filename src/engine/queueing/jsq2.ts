import { matrix, rowTimes } from './matrix.ts';
import { fromWait, type QueueMeasures, requireStable } from './measures.ts';
import { solveQuasiBirthDeath } from './quasiBirthDeath.ts';

/** Differences between the two queues beyond this are rarer than 1e-16 at any load. */
const LARGEST_DIFFERENCE = 40;

/**
 * Two servers behind a router that joins the shorter queue (JSQ), ties by coin: Poisson arrivals at rate λ in all,
 * exponential service at rate μ each. No closed form is known; this solves the chain of (shorter queue, difference)
 * exactly but for differences beyond 40. Between M/M/2, whose queue is shared, and random routing, M/M/1 each.
 * Throws RangeError for ρ = λ/(2μ) ≥ 1. Source: Kingman 1961, Two similar queues in parallel; Flatto & McKean 1977.
 *
 * @example
 * queueing.jsq2({ arrivalRate: 1.8, serviceRate: 1 }).meanSojourn;
 */
export function jsq2(options: { arrivalRate: number; serviceRate: number }): QueueMeasures {
  const { arrivalRate, serviceRate } = options;
  const utilization = requireStable(arrivalRate, serviceRate, 2);
  const size = LARGEST_DIFFERENCE + 1;
  // the level is the length of the shorter queue, the phase the difference
  const up = matrix(size, (from, to) => (from > 0 && to === from - 1 ? arrivalRate : 0));
  const down = matrix(size, (from, to) => {
    if (from === 0) return to === 1 ? 2 * serviceRate : 0;
    return to === Math.min(from + 1, LARGEST_DIFFERENCE) ? serviceRate : 0;
  });
  const across = (from: number, to: number): number => {
    if (from === 0) return to === 1 ? arrivalRate : 0;
    return to === from - 1 ? serviceRate : 0; // the longer queue serves one
  };
  const leaving = (from: number, busy: number) => {
    if (from === 0) return arrivalRate + (busy > 0 ? 2 * serviceRate : 0);
    return arrivalRate + serviceRate + busy;
  };
  const level = (busy: number) =>
    matrix(size, (from, to) => across(from, to) - (from === to ? leaving(from, busy) : 0));
  const { zero, ratio, sum } = solveQuasiBirthDeath({
    up,
    within: level(serviceRate),
    down,
    withinZero: level(0),
  });
  const phases = rowTimes(zero, sum);
  const shorter = rowTimes(rowTimes(phases, ratio), sum).reduce((all, p) => all + p, 0);
  const difference = phases.reduce((all, p, n) => all + p * n, 0);
  const meanNumber = 2 * shorter + difference;
  const meanWait = meanNumber / arrivalRate - 1 / serviceRate;
  const waitProbability = 1 - zero.reduce((all, p) => all + p, 0);
  return { ...fromWait(meanWait, arrivalRate, serviceRate, utilization), waitProbability };
}
