import { requireNonNegative, requirePositive, requireProbability } from '../numeric/require.ts';
import type { Interval } from '../stats/interval.ts';
import { requireCounts } from '../stats/intervals/requireCounts.ts';
import { wilsonInterval } from '../stats/proportionInterval.ts';
import { allowedShare } from './objective.ts';

/**
 * Burn rate errorRate/(1 − objective): 1 spends the budget exactly at the end of the period, 14.4 a 30-day budget in 50 h.
 * NaN for an error rate of NaN (no traffic): no data is neither good nor bad.
 *
 * @example
 * release.burnRate({ errorRate: 0.0144, objective: 0.999 });
 */
export function burnRate({ errorRate, objective }: { errorRate: number; objective: number }): number {
  const share = allowedShare(objective);
  return Number.isNaN(errorRate) ? Number.NaN : requireProbability('errorRate', errorRate) / share;
}

export interface MeasuredBurnRate extends Interval {
  errorRate: number;
  burnRate: number;
}

/**
 * Burn rate from counts, with Wilson's interval of the error rate turned into burn rates: one error in ten requests burns
 * 100 times at 99.9 %, and the interval says how little that shows. All NaN without traffic.
 *
 * @example
 * release.measuredBurnRate({ errors: 12, total: 4000, objective: 0.999 });
 */
export function measuredBurnRate({
  errors,
  total,
  objective,
  confidence = 0.95,
}: {
  errors: number;
  total: number;
  objective: number;
  confidence?: number;
}): MeasuredBurnRate {
  const share = allowedShare(objective);
  if (total === 0 && errors === 0)
    return { errorRate: Number.NaN, burnRate: Number.NaN, lower: Number.NaN, upper: Number.NaN };
  requireCounts(errors, total);
  const { lower, upper } = wilsonInterval(errors, total, confidence);
  const errorRate = errors / total;
  return { errorRate, burnRate: errorRate / share, lower: lower / share, upper: upper / share };
}

/**
 * The burn rate that spends `budgetShare` of a period's budget within the window: share·period/window. For 30 days 2 % in
 * 1 h is 14.4, 5 % in 6 h is 6, 10 % in 3 d is 1. Source: The Site Reliability Workbook, ch. 5.
 *
 * @example
 * release.burnRateThreshold({ budgetShare: 0.02, windowHours: 1 });
 */
export function burnRateThreshold({
  budgetShare,
  windowHours,
  periodDays = 30,
}: {
  budgetShare: number;
  windowHours: number;
  periodDays?: number;
}): number {
  requirePositive('budgetShare', budgetShare);
  requirePositive('windowHours', windowHours);
  requirePositive('periodDays', periodDays);
  return (budgetShare * periodDays * 24) / windowHours;
}

/**
 * Seconds from the start of an outage with this error rate until a window that was clean before reaches the threshold:
 * threshold·(1 − objective)/errorRate·window; Infinity when the rate never reaches it.
 *
 * @example
 * release.detectionTime({ objective: 0.999, threshold: 14.4, windowSeconds: 3600, errorRate: 0.1 }); // seconds
 */
export function detectionTime({
  objective,
  threshold,
  windowSeconds,
  errorRate,
}: {
  objective: number;
  threshold: number;
  windowSeconds: number;
  errorRate: number;
}): number {
  requirePositive('threshold', threshold);
  requirePositive('windowSeconds', windowSeconds);
  requireProbability('errorRate', errorRate);
  const share = (threshold * allowedShare(objective)) / errorRate;
  return share > 1 + 4 * Number.EPSILON ? Infinity : Math.min(1, share) * windowSeconds;
}

/**
 * Hours until a full budget is gone at a constant burn rate: period/burn; Infinity at 0.
 *
 * @example
 * release.timeToExhaustion(14.4);
 */
export function timeToExhaustion(rate: number, periodDays = 30): number {
  requireNonNegative('rate', rate);
  return (requirePositive('periodDays', periodDays) * 24) / rate;
}
