import { requireNonNegative, requirePositive } from '../../numeric/require.ts';
import type { Arrivals } from './arrivals.ts';

/**
 * Markov-modulated Poisson process with two phases: in phase i requests arrive at rates[i] per second, and the phase
 * ends at rate switching[i]. Mean rate (r₀s₁ + r₁s₀)/(s₀ + s₁); gap scv
 * 1 + 2s₀s₁(r₀ − r₁)² / ((s₀ + s₁)²·(r₀r₁ + r₀s₁ + r₁s₀)) (Fischer & Meier-Hellstern 1993). Starts in the
 * stationary phase.
 *
 * @example
 * const bursty = random.mmpp({ rates: [0.2, 1.4], switching: [0.1, 0.1] });
 * bursty.rate;
 * bursty.scv;
 */
export function mmpp(options: {
  rates: readonly [number, number];
  switching: readonly [number, number];
}): Arrivals {
  const [r0, r1] = options.rates;
  const [s0, s1] = options.switching;
  requireNonNegative('rates[0]', r0);
  requireNonNegative('rates[1]', r1);
  requirePositive('switching[0]', s0);
  requirePositive('switching[1]', s1);
  const rate = (r0 * s1 + r1 * s0) / (s0 + s1);
  if (rate === 0) throw new RangeError('rates must hold at least one number > 0, got only zeros');
  const spread = (s0 + s1) * (s0 + s1) * (r0 * r1 + r0 * s1 + r1 * s0);
  return {
    name: 'mmpp',
    parameters: { rates: [r0, r1], switching: [s0, s1] },
    rate,
    scv: 1 + (2 * s0 * s1 * (r0 - r1) * (r0 - r1)) / spread,
    start(stream) {
      let time = 0;
      let second = stream.uniform() < s0 / (s0 + s1);
      let phaseEnd = stream.exponential() / (second ? s1 : s0);
      return {
        fill(times, count) {
          for (let i = 0; i < count; i++) {
            let next = time + stream.exponential() / (second ? r1 : r0);
            while (!(next <= phaseEnd)) {
              time = phaseEnd;
              second = !second;
              phaseEnd += stream.exponential() / (second ? s1 : s0);
              next = time + stream.exponential() / (second ? r1 : r0);
            }
            time = next;
            times[i] = time;
          }
        },
      };
    },
  };
}
