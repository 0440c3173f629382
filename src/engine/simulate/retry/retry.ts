import { requireInteger, requireNonNegative } from '../../numeric/require.ts';
import type { RetryBudget } from './retryBudget.ts';

export interface RetryOptions {
  /** Times that a request is sent at most, the first included. */
  attempts: number;
  /** Seconds of the first backoff; each further one is twice as long … */
  base: number;
  /** … up to this. */
  cap?: number;
  /** 'full' (default): a uniform share of the backoff, so that clients do not come back together. */
  jitter?: 'full' | 'none';
  budget?: RetryBudget;
}

export interface Retry {
  readonly name: 'retry';
  readonly attempts: number;
  readonly jitter: 'full' | 'none';
  readonly budget: RetryBudget | undefined;
  /** Longest wait before the next attempt, after `failed` of them failed: min(cap, base·2^(failed − 1)). */
  backoff(failed: number): number;
}

/**
 * Sends a request again after a timeout, a rejection or a loss, with exponential backoff. A retry asks for the same work.
 * With attempts a and failure probability p, requests cost (1 − pᵃ)/(1 − p) attempts on average.
 * Source of full jitter: M. Brooker, "Exponential backoff and jitter", 2015.
 * Throws RangeError unless attempts is an integer ≥ 1, base ≥ 0 and cap ≥ base.
 *
 * @example
 * const log = simulate.simulate(
 *   {
 *     arrivals: simulate.poisson(0.7),
 *     service: simulate.exponential(1),
 *     timeout: 3,
 *     retry: simulate.retry({ attempts: 4, base: 0.5 }),
 *   },
 *   { seed: 1, requests: 20_000 },
 * );
 * log.counts.attempts / log.requests; // the load is multiplied
 */
export function retry(options: RetryOptions): Retry {
  const { attempts, base, cap = Infinity, jitter = 'full', budget } = options;
  requireInteger('attempts', attempts, 1);
  if (attempts > 255) throw new RangeError(`attempts must be <= 255, got ${attempts}`);
  requireNonNegative('base', base);
  if (!(cap >= base)) throw new RangeError(`cap must be >= base = ${base}, got ${cap}`);
  if (jitter !== 'full' && jitter !== 'none') {
    throw new RangeError(`unknown jitter: ${String(jitter)} (one of full, none)`);
  }
  return {
    name: 'retry',
    attempts,
    jitter,
    budget,
    backoff: (failed) => {
      // Doubled step by step: a product of powers of two is exact in every JavaScript engine.
      let delay = base;
      for (let again = 1; again < failed && delay < cap; again++) delay *= 2;
      return Math.min(cap, delay);
    },
  };
}
