import { requireInteger, requirePositive } from '../../numeric/require.ts';

export interface CircuitBreakerOptions {
  /** Failures in a row that open the circuit. */
  failures: number;
  /** Seconds that it stays open. */
  cooldown: number;
  /** Attempts let through to try whether it may close; all of them must succeed. */
  probes?: number;
}

export interface CircuitBreaker {
  readonly name: 'circuitBreaker';
  readonly failures: number;
  readonly cooldown: number;
  readonly probes: number;
  start(): BreakerState;
}

export interface BreakerState {
  /** Whether an attempt may be sent now. */
  allows(now: number): boolean;
  succeeded(): void;
  failed(now: number): void;
}

/**
 * Closed until `failures` attempts in a row fail; then open, and requests fail at once, for `cooldown` seconds; then half open:
 * `probes` attempts go through, and their success closes the circuit, a failure opens it again.
 * Source: M. Nygard, Release It!, 2007. Throws RangeError unless failures and probes are integers ≥ 1 and cooldown > 0.
 *
 * @example
 * const log = simulate.simulate(
 *   {
 *     arrivals: simulate.poisson(2),
 *     service: simulate.exponential(1),
 *     timeout: 5,
 *     breaker: simulate.circuitBreaker({ failures: 5, cooldown: 20 }),
 *   },
 *   { seed: 1, requests: 20_000 },
 * );
 * log.counts.refused;
 */
export function circuitBreaker({ failures, cooldown, probes = 1 }: CircuitBreakerOptions): CircuitBreaker {
  requireInteger('failures', failures, 1);
  requirePositive('cooldown', cooldown);
  requireInteger('probes', probes, 1);
  return {
    name: 'circuitBreaker',
    failures,
    cooldown,
    probes,
    start() {
      let inRow = 0;
      let openUntil = -Infinity;
      let sent = 0;
      let good = 0;
      let halfOpen = false;
      return {
        allows(now) {
          if (now < openUntil) return false;
          if (!halfOpen) return true;
          if (sent >= probes) return false;
          sent++;
          return true;
        },
        succeeded() {
          inRow = 0;
          if (!halfOpen || ++good < probes) return;
          halfOpen = false;
        },
        failed(now) {
          inRow++;
          if (now < openUntil || (!halfOpen && inRow < failures)) return;
          openUntil = now + cooldown;
          halfOpen = true;
          inRow = 0;
          sent = 0;
          good = 0;
        },
      };
    },
  };
}
