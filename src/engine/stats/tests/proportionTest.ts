import { normalCdf } from '../../numeric/normal.ts';
import { requireCounts } from '../intervals/requireCounts.ts';

/** Successes among trials, such as failed requests among all. */
export interface Counts {
  successes: number;
  trials: number;
}

export interface ProportionTest {
  /** Share of the first minus share of the second. */
  difference: number;
  /** NaN, like the p-value, when both samples are all successes or none is. */
  z: number;
  /** Two-sided. */
  pValue: number;
}

/**
 * Two-proportion z test, (pA − pB)/√(p(1 − p)(1/nA + 1/nB)) with p pooled: z² is the chi-square of the 2×2 table. An
 * approximation that wants some 5 successes and failures each; with fewer use `fisherExact`.
 * Throws RangeError unless 0 ≤ successes ≤ trials, whole, trials ≥ 1.
 *
 * @example
 * stats.proportionTest({ successes: 150, trials: 10_000 }, { successes: 120, trials: 10_000 });
 */
export function proportionTest(a: Counts, b: Counts): ProportionTest {
  requireCounts(a.successes, a.trials, 'a.');
  requireCounts(b.successes, b.trials, 'b.');
  const difference = a.successes / a.trials - b.successes / b.trials;
  const pooled = (a.successes + b.successes) / (a.trials + b.trials);
  const error = Math.sqrt(pooled * (1 - pooled) * (1 / a.trials + 1 / b.trials));
  const z = error > 0 ? difference / error : Number.NaN;
  return { difference, z, pValue: error > 0 ? 2 * normalCdf(-Math.abs(z)) : Number.NaN };
}
