import type { Estimate } from '../stats/index.ts';
import { pairedDifference } from '../stats/index.ts';

/**
 * Mean of a number that each round gives once, with Student's t interval over the rounds. Whatever the
 * configurations share within a round (a machine that is slow for a second) is inside each number and therefore
 * inside the interval; the rounds themselves are taken as independent.
 *
 * @returns bounds are NaN with fewer than two rounds or when all are equal
 */
export function overRounds(values: readonly number[], confidence = 0.95): Estimate {
  const zeros = values.map(() => 0);
  const { mean, lower, upper } = pairedDifference(zeros, values, confidence);
  return { value: mean, lower, upper };
}

/**
 * How far the measured values lie from a fitted curve, one estimate for each place on it. The intervals hold
 * together (Bonferroni): if the curve is right, all of them contain 0 in at least 95 of 100 runs.
 *
 * @param residuals  for each round, measured minus fitted at each place
 */
export function residualsOverRounds(residuals: readonly (readonly number[])[]): Estimate[] {
  const places = residuals[0]?.length ?? 0;
  return Array.from({ length: places }, (_, place) =>
    overRounds(
      residuals.map((round) => round[place] ?? Number.NaN),
      1 - 0.05 / places,
    ),
  );
}

/** Half-widths of its interval that a residual lies away from 0; above 1, the curve misses that place. */
export const missBy = ({ value, lower, upper }: Estimate): number => (2 * Math.abs(value)) / (upper - lower);
