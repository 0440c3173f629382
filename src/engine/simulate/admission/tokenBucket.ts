import { requirePositive } from '../../numeric/require.ts';
import type { Admission } from './admission.ts';

/**
 * A bucket that holds at most `burst` tokens and gains `rate` a second; each request that enters the system takes one, and one that
 * finds the bucket empty is rejected. In t seconds at most burst + rate·t requests pass. Starts full.
 * Throws RangeError unless rate > 0 and burst ≥ 1.
 *
 * @example
 * const log = simulate.simulate(
 *   {
 *     arrivals: simulate.poisson(20),
 *     service: simulate.exponential(0.05),
 *     admission: simulate.tokenBucket({ rate: 10, burst: 5 }),
 *   },
 *   { seed: 1, requests: 20_000 },
 * );
 * simulate.summarize(log).throughput.value;
 */
export function tokenBucket({ rate, burst }: { rate: number; burst: number }): Admission {
  requirePositive('rate', rate);
  if (!(burst >= 1)) throw new RangeError(`burst must be >= 1, got ${burst}`);
  return {
    name: 'tokenBucket',
    parameters: { rate, burst },
    scope: 'system',
    start() {
      let tokens = burst;
      let before = 0;
      return {
        admit({ now }) {
          tokens = Math.min(burst, tokens + rate * (now - before));
          before = now;
          if (tokens < 1) return false;
          tokens--;
          return true;
        },
      };
    },
  };
}
