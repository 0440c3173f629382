import { requirePositive } from '../../numeric/require.ts';
import type { Law } from '../law.ts';
import { constant } from '../laws/constant.ts';
import { exponential } from '../laws/exponential.ts';
import type { Arrivals } from './arrivals.ts';

/**
 * Arrivals whose gaps are independent draws from one law.
 *
 * @example
 * random.renewal(random.uniform({ min: 0, max: 2.5 })).rate;
 */
export function renewal(gap: Law): Arrivals {
  return {
    name: `renewal of ${gap.name}`,
    parameters: gap.parameters,
    rate: 1 / gap.mean,
    scv: gap.scv,
    start(stream) {
      let last = 0;
      return {
        fill(times, count) {
          gap.fill(stream, times, count);
          let time = last;
          for (let i = 0; i < count; i++) {
            time += times[i] ?? 0;
            times[i] = time;
          }
          last = time;
        },
      };
    },
  };
}

/**
 * Poisson arrivals at `rate` requests per second: independent exponential gaps.
 *
 * @example
 * const times = new Float64Array(3);
 * random.poisson(10).start(random.createStreams(1).arrivals).fill(times, 3);
 * times;
 */
export function poisson(rate: number): Arrivals {
  requirePositive('rate', rate);
  return { ...renewal(exponential(1 / rate)), name: 'poisson', parameters: { rate }, rate };
}

/**
 * One arrival every `gap` seconds.
 *
 * @example
 * random.deterministic(0.25).rate;
 */
export function deterministic(gap: number): Arrivals {
  requirePositive('gap', gap);
  return { ...renewal(constant(gap)), name: 'deterministic', parameters: { gap } };
}
