import type { Interval } from './interval.ts';
import { type OrderStatisticRanks, orderStatisticRanks } from './orderStatisticRanks.ts';
import { sorted } from './sorted.ts';

export interface QuantileInterval extends Interval, OrderStatisticRanks {}

/**
 * Confidence interval for the p-quantile from order statistics of independent values. It assumes nothing about the law:
 * the number of values below the quantile is binomial(n, p). Equal tails, each at most (1 − confidence)/2; where n is too
 * small for a bound, that bound is −Infinity or Infinity (99 values say nothing certain above their p99).
 * Throws RangeError for an empty sample, NaN, or p or confidence outside (0, 1). Source: David & Nagaraja 2003, §7.1.
 *
 * @example
 * const times = random.draw(random.lognormal({ mean: 40, scv: 1 }), random.createStreams(1).service, 1000);
 * stats.quantileInterval(times, 0.99);
 */
export function quantileInterval(values: ArrayLike<number>, p: number, confidence = 0.95): QuantileInterval {
  const sample = sorted(values);
  const ranks = orderStatisticRanks(sample.length, p, confidence);
  return {
    lower: sample[ranks.lowerRank - 1] ?? -Infinity,
    upper: sample[ranks.upperRank - 1] ?? Infinity,
    ...ranks,
  };
}
