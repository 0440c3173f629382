import type { Estimate } from '../stats/index.ts';
import { missBy, overRounds, residualsOverRounds } from './overRounds.ts';

/** Amdahl's law, fitted to measured times. */
export interface SerialShare {
  /** s: the share of the work that one thread does alone. Not forced into [0, 1]: above 1, threads make it slower. */
  readonly serialShare: Estimate;
  /** S(n) = 1/(s + (1 − s)/n), with the bounds that those of s give. */
  readonly speedup: (threads: number) => Estimate;
  /** False when the measured times do not follow the law at some thread count. */
  readonly follows: boolean;
  readonly rounds: number;
}

/**
 * Fits Amdahl's law T(n)/T(1) = s + (1 − s)/n to the median times of the same work on different numbers of threads,
 * measured in turns. Linear in s: with x = 1 − 1/n, each round gives s = Σx(T(n)/T(1) − 1/n)/Σx². The estimate is
 * the mean over the rounds and its interval Student's t over the rounds, which are taken as independent.
 *
 * With noise of relative spread c in T(1), the ratio's mean is too large by the factor 1 + c²: 0.01 % at 1 %.
 * Source: Amdahl 1967; the fit is least squares through the origin.
 *
 * @param threads  the counts, the first of them 1
 * @param rounds   for each round the median time at each count (`commonRounds`)
 * @returns null with fewer than three rounds or fewer than three counts, or when a coarse clock makes all rounds equal
 * @throws RangeError when the first count is not 1 or a round has another number of them
 */
export function fitSerialShare(
  threads: readonly number[],
  rounds: readonly (readonly number[])[],
): SerialShare | null {
  if (threads[0] !== 1) throw new RangeError(`The first thread count must be 1, got ${threads[0]}.`);
  if (rounds.some((round) => round.length !== threads.length))
    throw new RangeError(`Every round needs one time for each of ${threads.length} thread counts.`);
  if (rounds.length < 3 || threads.length < 3) return null;
  const counts = threads.slice(1);
  const excesses = rounds.map(([one = Number.NaN, ...several]) =>
    several.map((time, index) => time / one - 1 / (counts[index] ?? Number.NaN)),
  );
  const shares = excesses.map((round) => throughOrigin(counts.map(parallelGain), round));
  const serialShare = overRounds(shares);
  if (!Number.isFinite(serialShare.lower)) return null;

  const residuals = residualsOverRounds(
    excesses.map((round, index) =>
      round.map(
        (excess, place) => excess - (shares[index] ?? Number.NaN) * parallelGain(counts[place] ?? Number.NaN),
      ),
    ),
  );
  return {
    serialShare,
    speedup: (count) => {
      const at = (share: number) => 1 / (share + (1 - share) / count);
      return { value: at(serialShare.value), lower: at(serialShare.upper), upper: at(serialShare.lower) };
    },
    follows: residuals.every((residual) => !(missBy(residual) > 1)),
    rounds: rounds.length,
  };
}

const parallelGain = (threads: number): number => 1 - 1 / threads;

const throughOrigin = (xs: readonly number[], ys: readonly number[]): number => {
  const products = xs.reduce((sum, x, index) => sum + x * (ys[index] ?? Number.NaN), 0);
  return products / xs.reduce((sum, x) => sum + x * x, 0);
};
