import { contingencyTest } from '../stats/tests/contingencyTest.ts';

/**
 * Cramér's V between sample (reference, current) and category: √(χ²/n) for two rows of counts, in [0, 1]. Unlike a p-value
 * it does not grow with n. `biasCorrected` (Bergsma 2013) takes out what chance alone gives: φ² − (k − 1)(r − 1)/(n − 1),
 * not below 0, over the corrected number of rows. Throws as `contingencyTest`.
 *
 * @example
 * drift.cramersV([40, 60], [60, 40]);
 */
export function cramersV(
  reference: ArrayLike<number>,
  current: ArrayLike<number>,
  { biasCorrected = false }: { biasCorrected?: boolean } = {},
): number {
  const { statistic, degrees, total, cramersV: plain } = contingencyTest([reference, current]);
  if (!biasCorrected) return plain;
  const excess = Math.max(0, statistic / total - degrees / (total - 1));
  const rows = 2 - 1 / (total - 1); // corrected too, two rows are never more than the columns
  return Math.sqrt(excess / (rows - 1));
}
