import { at } from '../numeric/at.ts';
import { exp } from '../numeric/exp.ts';
import { log } from '../numeric/log.ts';
import { requireFinite, requireFraction, requirePositive } from '../numeric/require.ts';

export interface MsprtOptions {
  /** Values of the two streams, in order; the k-th of one meets the k-th of the other. */
  baseline: ArrayLike<number>;
  candidate: ArrayLike<number>;
  /** Variance σ² of a value, taken as known. */
  variance: number;
  /** Variance τ² of the normal mixture over effects: about the square of the effects that matter. */
  mixingVariance: number;
  /** Level of the intervals (default 0.05). */
  alpha?: number;
}

export interface Msprt {
  /** Λₙ after each pair. */
  lambda: number[];
  /** min(1, 1/max Λ) so far: may be read at any time, and stopping when it is ≤ α keeps the false-alarm rate ≤ α. */
  pValue: number[];
  /** candidate − baseline after each pair, with bounds that hold at all times at once with probability 1 − α. */
  difference: number[];
  lower: number[];
  upper: number[];
  /** Pairs after which p first was ≤ α; undefined if it never was. */
  stoppedAt?: number;
}

/**
 * Mixture sequential probability ratio test of a difference of means, for those who look at every request:
 * Λₙ = √(2σ²/(2σ² + nτ²))·e^(n²τ²d²/(4σ²(2σ² + nτ²))) with d the difference of means after n pairs. Unlike a t-test's, its
 * p-value stays valid under peeking. Throws RangeError unless both variances are > 0 and values finite; values of the longer
 * stream that have no partner are not used. Source: Johari, Pekelis & Walsh 2017 (two-stream form).
 *
 * @example
 * const { service } = random.createStreams(1);
 * const baseline = Array.from({ length: 500 }, () => service.normal());
 * const candidate = Array.from({ length: 500 }, () => 0.3 + service.normal());
 * release.msprt({ baseline, candidate, variance: 1, mixingVariance: 0.1 }).stoppedAt;
 */
export function msprt({ baseline, candidate, variance, mixingVariance, alpha = 0.05 }: MsprtOptions): Msprt {
  requireFraction('alpha', alpha);
  const monitor = msprtMonitor({ variance, mixingVariance, alpha });
  const found: Msprt = { lambda: [], pValue: [], difference: [], lower: [], upper: [] };
  const pairs = Math.min(baseline.length, candidate.length);
  for (let i = 0; i < pairs; i++) {
    const reading = monitor.update(at(baseline, i), at(candidate, i));
    found.lambda.push(reading.lambda);
    found.pValue.push(reading.pValue);
    found.difference.push(reading.difference);
    found.lower.push(reading.lower);
    found.upper.push(reading.upper);
    if (reading.pValue <= alpha) found.stoppedAt ??= i + 1;
  }
  return found;
}

export interface MsprtReading {
  count: number;
  lambda: number;
  pValue: number;
  difference: number;
  lower: number;
  upper: number;
}

/**
 * The same test pair by pair, in constant memory.
 *
 * @example
 * const monitor = release.msprtMonitor({ variance: 1, mixingVariance: 0.1 });
 * monitor.update(0.1, 0.4).pValue;
 */
export function msprtMonitor({
  variance,
  mixingVariance,
  alpha = 0.05,
}: Omit<MsprtOptions, 'baseline' | 'candidate'>): {
  update(baseline: number, candidate: number): MsprtReading;
} {
  requirePositive('variance', variance);
  requirePositive('mixingVariance', mixingVariance);
  requireFraction('alpha', alpha);
  const v = 2 * variance;
  let [count, total, largest] = [0, 0, 0];
  return {
    update(baseline, candidate) {
      requireFinite('baseline', baseline);
      requireFinite('candidate', candidate);
      count++;
      total += candidate - baseline;
      const difference = total / count;
      const spread = v + count * mixingVariance;
      const logLambda = log(v / spread) / 2 + (total * total * mixingVariance) / (2 * v * spread);
      const lambda = exp(logLambda);
      largest = Math.max(largest, lambda);
      const half = Math.sqrt(
        ((2 * v * spread) / (count * count * mixingVariance)) * (log(1 / alpha) + log(spread / v) / 2),
      );
      return {
        count,
        lambda,
        pValue: Math.min(1, 1 / largest),
        difference,
        lower: difference - half,
        upper: difference + half,
      };
    },
  };
}
