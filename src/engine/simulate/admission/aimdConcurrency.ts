import { requireFraction, requirePositive } from '../../numeric/require.ts';
import type { Admission } from './admission.ts';

export interface AimdOptions {
  /** Latency in seconds up to which the limit may grow. */
  latency: number;
  initial?: number;
  minimum?: number;
  maximum?: number;
  /** By which the limit is multiplied when an answer was late or a request lost. */
  decrease?: number;
}

/**
 * A limit on the requests inside that finds itself, additive increase and multiplicative decrease: an answer within `latency`
 * raises it by 1/limit (by 1 for each round of requests), as long as the limit is used; a late one, or a loss, lowers it.
 * Source: TCP congestion avoidance (Chiu & Jain 1989), as in Netflix's concurrency-limits.
 * Throws RangeError for a latency ≤ 0, limits out of order or a decrease outside (0, 1).
 *
 * @example
 * const log = simulate.simulate(
 *   {
 *     arrivals: simulate.poisson(8),
 *     service: simulate.exponential(1),
 *     servers: 4,
 *     admission: simulate.aimdConcurrency({ latency: 6 }),
 *   },
 *   { seed: 1, requests: 20_000 },
 * );
 * const { p95, goodput } = simulate.summarize(log, { deadline: 6 });
 * p95.value;
 * goodput.value; // of a capacity of 4
 */
export function aimdConcurrency(options: AimdOptions): Admission {
  const { latency, initial = 20, minimum = 1, maximum = 1000, decrease = 0.9 } = options;
  requirePositive('latency', latency);
  requireFraction('decrease', decrease);
  checkLimits(minimum, initial, maximum);
  return {
    name: 'aimdConcurrency',
    parameters: { latency, initial, minimum, maximum, decrease },
    scope: 'queue',
    start() {
      let limit = initial;
      const lower = (): void => {
        limit = Math.max(minimum, limit * decrease);
      };
      return {
        admit: ({ inside }) => inside < Math.floor(limit),
        answered({ now, joined, inside }) {
          if (now - joined > latency) lower();
          else if (2 * inside >= limit) limit = Math.min(maximum, limit + 1 / limit);
        },
        lost: lower,
      };
    },
  };
}

/** Throws RangeError unless 1 ≤ minimum ≤ initial ≤ maximum. */
export function checkLimits(minimum: number, initial: number, maximum: number): void {
  if (!(minimum >= 1)) throw new RangeError(`minimum must be >= 1, got ${minimum}`);
  if (!(initial >= minimum)) throw new RangeError(`initial must be >= minimum = ${minimum}, got ${initial}`);
  if (!(maximum >= initial)) throw new RangeError(`maximum must be >= initial = ${initial}, got ${maximum}`);
}
