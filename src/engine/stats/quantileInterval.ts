import { binomialCdf } from '../numeric/binomial.ts';
import { requireFraction } from '../numeric/require.ts';
import type { Interval } from './interval.ts';
import { sorted } from './sorted.ts';

export interface QuantileInterval extends Interval {
  /** The true confidence of these two order statistics; at least the one asked for. */
  coverage: number;
  /** One-based ranks of the bounds; 0 and n + 1 stand for −Infinity and Infinity. */
  lowerRank: number;
  upperRank: number;
}

/**
 * Confidence interval for the p-quantile from order statistics of independent values. It assumes nothing about the law:
 * the number of values below the quantile is binomial(n, p). Equal tails, each at most (1 − confidence)/2; where n is too
 * small for a bound, that bound is −Infinity or Infinity (99 values say nothing certain above their p99).
 * Throws RangeError for an empty sample, NaN, or p or confidence outside (0, 1). Source: David & Nagaraja 2003, §7.1.
 */
export function quantileInterval(values: ArrayLike<number>, p: number, confidence = 0.95): QuantileInterval {
  const sample = sorted(values);
  const n = sample.length;
  requireFraction('p', p);
  requireFraction('confidence', confidence);
  const tail = (1 - confidence) / 2;
  const lowerRank = firstWhere(0, n, (k) => binomialCdf(k, n, p) > tail);
  const upperRank = firstWhere(0, n, (k) => 1 - binomialCdf(k - 1, n, p) <= tail);
  return {
    lower: sample[lowerRank - 1] ?? -Infinity,
    upper: sample[upperRank - 1] ?? Infinity,
    coverage: binomialCdf(upperRank - 1, n, p) - binomialCdf(lowerRank - 1, n, p),
    lowerRank,
    upperRank,
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
