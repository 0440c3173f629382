import {
  requireInteger,
  requireNonNegative,
  requirePositive,
  requireProbability,
} from '../numeric/require.ts';

export interface Scalability {
  /** Throughput of n workers, per second. */
  throughput: (n: number) => number;
  /** The same as a multiple of one worker's. */
  speedup: (n: number) => number;
  /** The number of workers beyond which more make it slower, √((1 − σ)/κ); Infinity without crosstalk. */
  peakWorkers: number;
  /** Of the better whole number beside the peak; the limit 1/σ of one worker's throughput without crosstalk. */
  peakThroughput: number;
}

/**
 * The universal scalability law: C(n) = n/(1 + σ(n − 1) + κn(n − 1)), with a share σ of the work that must be done one
 * after the other (contention) and a cost κ of every pair keeping each other up to date (crosstalk). With κ = 0 it is
 * Amdahl's law. Throws RangeError for σ outside [0, 1] or κ < 0. Source: Gunther 2007, Guerrilla Capacity Planning.
 *
 * @example
 * const law = queueing.usl({ throughputOfOne: 100, contention: 0.05, crosstalk: 0.0005 });
 * law.throughput(16);
 * law.peakWorkers;
 */
export function usl(options: {
  /** Per second, of one worker; 1 by default. */
  throughputOfOne?: number;
  /** σ */
  contention: number;
  /** κ */
  crosstalk: number;
}): Scalability {
  const { throughputOfOne = 1, contention, crosstalk } = options;
  requirePositive('throughputOfOne', throughputOfOne);
  requireProbability('contention', contention);
  requireNonNegative('crosstalk', crosstalk);
  const speedup = (n: number) => {
    requireNonNegative('n', n);
    return n / (1 + (n - 1) * (contention + crosstalk * n));
  };
  const throughput = (n: number) => throughputOfOne * speedup(n);
  const peakWorkers = crosstalk === 0 ? Infinity : Math.sqrt((1 - contention) / crosstalk);
  const whole = Math.max(1, Math.floor(peakWorkers));
  return {
    throughput,
    speedup,
    peakWorkers,
    peakThroughput:
      crosstalk === 0 ? throughputOfOne / contention : Math.max(throughput(whole), throughput(whole + 1)),
  };
}

/**
 * Amdahl's law: n workers speed up work of which a share is serial by 1/(serialShare + (1 − serialShare)/n), never by more
 * than 1/serialShare. Throws RangeError for a share outside [0, 1]. Source: Amdahl 1967.
 *
 * @example
 * queueing.amdahl({ serialShare: 0.05, workers: 16 });
 */
export function amdahl(options: { serialShare: number; workers: number }): {
  speedup: number;
  limit: number;
} {
  const { serialShare, workers } = options;
  requireProbability('serialShare', serialShare);
  requireInteger('workers', workers, 1);
  return { speedup: 1 / (serialShare + (1 - serialShare) / workers), limit: 1 / serialShare };
}
