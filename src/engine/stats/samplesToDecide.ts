import { requireProbability } from '../numeric/require.ts';
import { orderStatisticRanks } from './orderStatisticRanks.ts';

/**
 * How many samples in all will settle whether the p-quantile is within a limit, if the share of samples within the limit
 * stays what it is now: the smallest n, to three digits, at which the order-statistic interval no longer holds the limit.
 * The quantile is within the limit when the upper bound is (share·n ≥ upper rank), beyond it when the lower bound is.
 *
 * A plan, not a promise: the share is itself an estimate. Infinity where share = p (or more than `most` are needed).
 * Throws RangeError for a share outside [0, 1], or p or confidence outside (0, 1).
 *
 * @example
 * stats.samplesToDecide({ share: 0.96, p: 0.95 });
 */
export function samplesToDecide(
  { share, p, confidence = 0.95 }: { share: number; p: number; confidence?: number },
  most = 10_000_000,
): number {
  requireProbability('share', share);
  let low = 0;
  let high = 1;
  while (!settled(high, share, p, confidence)) {
    if (share === p || high >= most) return Infinity;
    low = high;
    high = Math.min(most, high * 2);
  }
  while (high - low > Math.max(1, high / 1000)) {
    const middle = Math.floor((low + high) / 2);
    if (settled(middle, share, p, confidence)) high = middle;
    else low = middle;
  }
  return high;
}

const settled = (n: number, share: number, p: number, confidence: number): boolean => {
  const { lowerRank, upperRank } = orderStatisticRanks(n, p, confidence);
  const within = Math.round(share * n);
  return share > p ? upperRank <= within : within < lowerRank;
};
