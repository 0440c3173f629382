import { requireNonNegative, requirePositive } from '../../numeric/require.ts';

export interface RetryBudgetOptions {
  /** Retries allowed for each first attempt, in the long run. */
  ratio: number;
  /** Most retries that may be saved up. */
  burst?: number;
}

export interface RetryBudget {
  readonly ratio: number;
  readonly burst: number;
  start(): BudgetState;
}

export interface BudgetState {
  /** A first attempt was sent. */
  deposit(): void;
  /** Whether a retry is allowed; it is then paid for. */
  withdraw(): boolean;
}

/**
 * A token bucket over the ratio of retries to requests: each first attempt pays `ratio` tokens in, each retry takes one, and
 * at most `burst` are kept. However many fail, the servers see at most 1 + ratio times the offered load, so retries cannot
 * keep an overload alive. Starts full. Source: Finagle's RetryBudget; Google SRE book, ch. 21.
 * Throws RangeError unless ratio ≥ 0 and burst > 0.
 *
 * @example
 * const budget = simulate.retryBudget({ ratio: 0.1 });
 * const log = simulate.simulate(
 *   {
 *     arrivals: simulate.poisson(0.7),
 *     service: simulate.exponential(1),
 *     timeout: 3,
 *     retry: simulate.retry({ attempts: 4, base: 0.5, budget }),
 *   },
 *   { seed: 1, requests: 20_000 },
 * );
 * log.counts.attempts / log.requests;
 */
export function retryBudget({ ratio, burst = 10 }: RetryBudgetOptions): RetryBudget {
  requireNonNegative('ratio', ratio);
  requirePositive('burst', burst);
  return {
    ratio,
    burst,
    start: () => new Bucket(ratio, burst),
  };
}

class Bucket implements BudgetState {
  private readonly ratio: number;
  private readonly burst: number;
  private tokens: number;

  constructor(ratio: number, burst: number) {
    this.ratio = ratio;
    this.burst = burst;
    this.tokens = burst;
  }

  deposit(): void {
    this.tokens = Math.min(this.burst, this.tokens + this.ratio);
  }

  withdraw(): boolean {
    if (this.tokens < 1) return false;
    this.tokens--;
    return true;
  }
}
