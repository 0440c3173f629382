import { at } from '../../numeric/at.ts';
import { requireNonNegative } from '../../numeric/require.ts';
import { sum } from '../../numeric/sum.ts';
import type { Arrivals } from './arrivals.ts';

/**
 * Replays recorded arrival times (seconds, never decreasing). Rate and scv are those of the recorded gaps.
 *
 * @example
 * const recorded = random.trace([0.5, 1, 1, 4]);
 * recorded.rate;
 */
export function trace(times: ArrayLike<number>): Arrivals {
  const recorded = Float64Array.from(times);
  const count = recorded.length;
  if (count < 2) throw new RangeError(`times must hold at least two arrivals, got ${count}`);
  for (let i = 0; i < count; i++) {
    const time = requireNonNegative(`times[${i}]`, at(recorded, i));
    if (i > 0 && time < at(recorded, i - 1)) {
      throw new RangeError(`times must never decrease, got ${time} after ${recorded[i - 1]} at times[${i}]`);
    }
  }
  const gaps = recorded.subarray(1).map((time, i) => time - at(recorded, i));
  const meanGap = sum(gaps) / gaps.length;
  const variance = sum(gaps.map((gap) => (gap - meanGap) * (gap - meanGap))) / gaps.length;
  return {
    name: 'trace',
    parameters: { times: Array.from(recorded) },
    rate: 1 / meanGap,
    scv: variance / (meanGap * meanGap),
    start() {
      let next = 0;
      return {
        fill(out, wanted) {
          for (let i = 0; i < wanted; i++) out[i] = recorded[next++] ?? Infinity;
        },
      };
    },
  };
}
