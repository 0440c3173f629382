import type { Admission } from './admission.ts';
import { checkLimits } from './aimdConcurrency.ts';

export interface GradientOptions {
  /** Requests inside: 20, 1 and 200 by default. */
  initial?: number;
  minimum?: number;
  maximum?: number;
  /** How many times its usual value the latency may be before the limit shrinks. */
  tolerance?: number;
  /** Weight of each answer in the limit, and in the usual latency. */
  smoothing?: number;
  memory?: number;
}

/**
 * A limit on the requests inside that follows the latency's gradient, with no target to set: after each answer
 *   gradient = min(1, max(½, tolerance·usual/latency)),  limit ← (1 − s)·limit + s·(limit·gradient + √limit),
 * where `usual` is a slow moving average of the latency. √limit is the queue that it allows itself. The limit changes only
 * while at least half of it is in use. In a lasting overload `usual` follows the latency, and the limit climbs to `maximum`:
 * the bound is part of the method, so set it to the most that you would let wait. Source: Netflix concurrency-limits,
 * Gradient2, which averages over windows of time where this takes each answer.
 * Throws RangeError for limits out of order, a tolerance < 1, or weights outside (0, 1].
 *
 * @example
 * const log = simulate.simulate(
 *   {
 *     arrivals: simulate.poisson(8),
 *     service: simulate.exponential(1),
 *     servers: 4,
 *     admission: simulate.gradientConcurrency({ maximum: 40 }),
 *   },
 *   { seed: 1, requests: 20_000 },
 * );
 * simulate.summarize(log).p95.value;
 */
export function gradientConcurrency(options: GradientOptions = {}): Admission {
  const {
    initial = 20,
    minimum = 1,
    maximum = 200,
    tolerance = 1.5,
    smoothing = 0.2,
    memory = 0.002,
  } = options;
  checkLimits(minimum, initial, maximum);
  if (!(tolerance >= 1)) throw new RangeError(`tolerance must be >= 1, got ${tolerance}`);
  for (const [name, weight] of Object.entries({ smoothing, memory })) {
    if (!(weight > 0 && weight <= 1)) throw new RangeError(`${name} must be in (0, 1], got ${weight}`);
  }
  return {
    name: 'gradientConcurrency',
    parameters: { initial, minimum, maximum, tolerance, smoothing, memory },
    scope: 'queue',
    start() {
      let limit = initial;
      let usual = Number.NaN;
      return {
        admit: ({ inside }) => inside < Math.floor(limit),
        answered({ now, joined, inside }) {
          const latency = now - joined;
          usual = Number.isNaN(usual) ? latency : usual + memory * (latency - usual);
          if (2 * inside < limit || latency === 0) return;
          const gradient = Math.min(1, Math.max(0.5, (tolerance * usual) / latency));
          const wanted = limit * gradient + Math.sqrt(limit);
          limit = Math.min(maximum, Math.max(minimum, limit + smoothing * (wanted - limit)));
        },
      };
    },
  };
}
