import { binomialCdf } from '../numeric/binomial.ts';
import { requireFraction, requireInteger } from '../numeric/require.ts';

export interface OrderStatisticRanks {
  /** One-based ranks of the bounds; 0 and n + 1 stand for −Infinity and Infinity. */
  lowerRank: number;
  upperRank: number;
  /** The true confidence of these two ranks; at least the one asked for. */
  coverage: number;
}

/**
 * Which two of n sorted independent values bound the p-quantile. The number K of values at or below it is binomial(n, p)
 * whatever the law, so P(x₍l₎ ≤ quantile < x₍u₎) ≥ P(l ≤ K < u). Equal tails, each at most (1 − confidence)/2.
 * Throws RangeError for n < 1, or p or confidence outside (0, 1). Source: David & Nagaraja 2003, §7.1.
 *
 * @example
 * stats.orderStatisticRanks(1000, 0.99);
 */
export function orderStatisticRanks(n: number, p: number, confidence = 0.95): OrderStatisticRanks {
  requireInteger('n', n, 1);
  requireFraction('p', p);
  requireFraction('confidence', confidence);
  const tail = (1 - confidence) / 2;
  const lowerRank = firstWhere(0, n, (k) => binomialCdf(k, n, p) > tail);
  const upperRank = firstWhere(0, n, (k) => 1 - binomialCdf(k - 1, n, p) <= tail);
  return {
    lowerRank,
    upperRank,
    coverage: binomialCdf(upperRank - 1, n, p) - binomialCdf(lowerRank - 1, n, p),
  };
}

/** The smallest whole number in [from, to] where a condition that stays true holds; to + 1 if it never does. */
const firstWhere = (from: number, to: number, holds: (k: number) => boolean): number => {
  let low = from;
  let high = to + 1;
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (holds(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
};
