import type { Estimate } from '../stats/index.ts';
import { missBy, overRounds, residualsOverRounds } from './overRounds.ts';

/** What a batch costs: T(n) = a + b·n. Times in the unit of the medians. */
export interface BatchCost {
  /** a: what an inference costs whatever the batch holds. */
  readonly fixed: Estimate;
  /** b: what each row adds. */
  readonly perItem: Estimate;
  /** The line at a batch of n, with its pointwise 95 % interval. */
  readonly at: (batch: number) => Estimate;
  /** Measured minus line at each batch size, with intervals that hold together. */
  readonly residuals: readonly Estimate[];
  /** The residual that is largest for its interval: its place, and its size in half-widths of that interval. */
  readonly worst: { readonly index: number; readonly halfWidths: number };
  /** False when some residual's interval leaves out 0; null with two sizes, through which every line goes. */
  readonly straight: boolean | null;
  readonly rounds: number;
}

/**
 * Fits T(n) = a + b·n to the median times of batches of different sizes that were measured in turns.
 *
 * Each round gives a line of its own by weighted least squares with weights 1/T̄(n)² (noise in proportion to the
 * time): b = Σw(n − n̄)(T − T̄)/Σw(n − n̄)², a = T̄ − b·n̄. The estimates are the means over the rounds and their
 * intervals Student's t over the rounds. So noise that the sizes of a round share is in the interval, which the
 * textbook errors of one regression over all blocks would miss.
 *
 * Assumes that the rounds are independent, that their lines scatter about normally, and that the median grows
 * linearly: `straight` tests the last. A machine that drifts over the whole run makes the intervals too narrow.
 * Source: Draper and Smith 1998, ch. 9 (weights); Matthews et al. 1990 (a summary for each repetition).
 *
 * @param batches  the sizes, two of them different at least
 * @param rounds   for each round the median time at each size (`commonRounds`)
 * @returns null with fewer than three rounds, or when a coarse clock makes all rounds equal
 * @throws RangeError when all sizes are equal or a round has another number of them
 */
export function fitBatchCost(
  batches: readonly number[],
  rounds: readonly (readonly number[])[],
): BatchCost | null {
  if (new Set(batches).size < 2)
    throw new RangeError(`A line needs two batch sizes at least, got ${batches.join(', ') || 'none'}.`);
  if (rounds.some((round) => round.length !== batches.length))
    throw new RangeError(`Every round needs one time for each of ${batches.length} batch sizes.`);
  if (rounds.length < 3) return null;
  const weights = batches.map((_, index) => overRounds(rounds.map((round) => round[index] ?? 0)).value ** -2);
  const lines = rounds.map((round) => weightedLine(batches, round, weights));
  const at = (batch: number) => overRounds(lines.map(({ fixed, perItem }) => fixed + perItem * batch));
  const [fixed, perItem] = [at(0), overRounds(lines.map((line) => line.perItem))];
  if (!Number.isFinite(fixed.lower) || !Number.isFinite(perItem.lower)) return null;

  const residuals = residualsOverRounds(
    rounds.map((round, index) => {
      const line = lines[index] ?? { fixed: Number.NaN, perItem: Number.NaN };
      return round.map((time, place) => time - line.fixed - line.perItem * (batches[place] ?? Number.NaN));
    }),
  );
  const misses = residuals.map(missBy);
  const halfWidths = Math.max(...misses.filter(Number.isFinite));
  return {
    fixed,
    perItem,
    at,
    residuals,
    worst: { index: misses.indexOf(halfWidths), halfWidths },
    straight: new Set(batches).size < 3 ? null : halfWidths <= 1,
    rounds: rounds.length,
  };
}

const weightedLine = (xs: readonly number[], ys: readonly number[], weights: readonly number[]) => {
  const total = weightedSum(weights, () => 1);
  const x = weightedSum(weights, (index) => xs[index] ?? 0) / total;
  const y = weightedSum(weights, (index) => ys[index] ?? 0) / total;
  const offset = (index: number) => (xs[index] ?? 0) - x;
  const perItem =
    weightedSum(weights, (index) => offset(index) * ((ys[index] ?? 0) - y)) /
    weightedSum(weights, (index) => offset(index) ** 2);
  return { fixed: y - perItem * x, perItem };
};

const weightedSum = (weights: readonly number[], of: (index: number) => number): number =>
  weights.reduce((sum, weight, index) => sum + weight * of(index), 0);
