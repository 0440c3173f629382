import { contingencyTest } from '../stats/tests/contingencyTest.ts';

/**
 * Cramér's V between sample (reference, current) and category: √(χ²/n) for two rows of counts, in [0, 1]. Unlike a p-value
 * it does not grow with n. `biasCorrected` (Bergsma 2013) takes out what chance alone gives: φ² − (k − 1)(r − 1)/(n − 1),
 * not below 0, over the corrected numbers of rows and columns. Throws as `contingencyTest`.
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
  const columns = degrees + 1;
  const excess = Math.max(0, statistic / total - degrees / (total - 1));
  const corrected = (k: number): number => k - ((k - 1) * (k - 1)) / (total - 1);
  return Math.sqrt(excess / (Math.min(corrected(2), corrected(columns)) - 1));
}
