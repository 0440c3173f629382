import { log } from '../numeric/log.ts';
import { requireFraction } from '../numeric/require.ts';

/**
 * The fewest independent samples for which the equal-tailed order-statistic interval of the p-quantile is finite on both
 * sides: all n values lie below the quantile with probability pⁿ, all above with (1 − p)ⁿ, and neither may exceed
 * (1 − confidence)/2. For a 95 % interval: 72 for a p95, 368 for a p99, 3,688 for a p99.9.
 * Throws RangeError for p or confidence outside (0, 1). Source: David & Nagaraja 2003, §7.1.
 *
 * @example
 * stats.minimumSamples(0.99);
 */
export function minimumSamples(p: number, confidence = 0.95): number {
  requireFraction('p', p);
  requireFraction('confidence', confidence);
  return Math.ceil(log((1 - confidence) / 2) / log(Math.max(p, 1 - p)));
}
