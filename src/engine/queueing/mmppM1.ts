import { at } from '../numeric/at.ts';
import { requireNonNegative, requirePositive } from '../numeric/require.ts';
import { matrix, rowTimes } from './matrix.ts';
import { type QueueMeasures, requireStable } from './measures.ts';
import { poissonProbabilities } from './poissonProbabilities.ts';
import { type LevelProbabilities, solveQuasiBirthDeath } from './quasiBirthDeath.ts';
import { tailQuantile } from './tailQuantile.ts';

/**
 * MMPP(2)/M/1: requests come at rates[i] per second in phase i, the phase ends at rate switching[i]; one server with
 * exponential service, first come first served. Exact, in matrix-geometric form: L = π₀R(I − R)⁻²·1, W = L/λ̄.
 * The same mean load as M/M/1, and a much longer wait: burstiness alone multiplies the delay.
 * Throws RangeError for λ̄/μ ≥ 1, λ̄ the long-run rate. Source: Neuts 1981; Fischer & Meier-Hellstern 1993.
 *
 * @example
 * // the load of M/M/1 at 0.8, where the mean sojourn is 5
 * queueing.mmppM1({ rates: [0.2, 1.4], switching: [0.1, 0.1], serviceRate: 1 }).meanSojourn;
 */
export function mmppM1(options: {
  rates: readonly [number, number];
  switching: readonly [number, number];
  serviceRate: number;
}): Required<QueueMeasures> {
  const { rates, switching, serviceRate } = options;
  rates.forEach((rate, i) => {
    requireNonNegative(`rates[${i}]`, rate);
  });
  switching.forEach((rate, i) => {
    requirePositive(`switching[${i}]`, rate);
  });
  const [s0, s1] = switching;
  const arrivalRate = (rates[0] * s1 + rates[1] * s0) / (s0 + s1);
  const utilization = requireStable(arrivalRate, serviceRate);
  const rateOf = (phase: number) => at(rates, phase);
  const leave = (phase: number) => at(switching, phase);
  const diagonal = (row: number, column: number, value: number) => (row === column ? value : 0);
  const change = (row: number, column: number, busy: number) =>
    row === column ? -(rateOf(row) + leave(row) + busy) : leave(row);
  const levels = solveQuasiBirthDeath({
    up: matrix(2, (row, column) => diagonal(row, column, rateOf(row))),
    within: matrix(2, (row, column) => change(row, column, serviceRate)),
    down: matrix(2, (row, column) => diagonal(row, column, serviceRate)),
    withinZero: matrix(2, (row, column) => change(row, column, 0)),
  });
  const { zero, ratio, sum } = levels;
  const meanNumber = rowTimes(rowTimes(rowTimes(zero, ratio), sum), sum).reduce((all, p) => all + p, 0);
  const meanSojourn = meanNumber / arrivalRate;
  const found = seen(levels, rates, arrivalRate);
  const foundBusy = found.slice(1);
  return {
    utilization,
    meanNumber,
    meanQueue: meanNumber - utilization,
    meanSojourn,
    meanWait: meanSojourn - 1 / serviceRate,
    waitProbability: at(foundBusy, 0),
    // an arrival that finds n must see n + 1 exponential services end, n of them while it waits
    sojournQuantile: (p) => tailQuantile((t) => poissonMix(found, serviceRate * t), p, meanSojourn),
    waitQuantile: (p) => tailQuantile((t) => poissonMix(foundBusy, serviceRate * t), p, meanSojourn),
  };
}

/** P(an arrival finds at least n inside) for n = 0, 1, … until it vanishes. */
const seen = (
  { zero, ratio, sum }: LevelProbabilities,
  rates: readonly [number, number],
  arrivalRate: number,
): number[] => {
  const shares: number[] = [];
  let level = zero;
  for (let n = 0; n < 200_000; n++) {
    const above = rowTimes(level, sum);
    const share = (at(above, 0) * rates[0] + at(above, 1) * rates[1]) / arrivalRate;
    shares.push(share);
    if (share < 1e-18) break;
    level = rowTimes(level, ratio);
  }
  return shares;
};

/** Σ P(Poisson(x) = k)·shares[k]: the sojourn outlasts t when at most as many services ended as were found. */
const poissonMix = (shares: readonly number[], x: number): number =>
  poissonProbabilities(x, shares.length).reduce((total, p, k) => total + p * at(shares, k), 0);
