import fc from 'fast-check';
import { expect, it } from 'vitest';
import { decodingTimes } from '../../../src/engine/benchmark/index.ts';

it('leaves the first token, which waits for the prompt, out of the time per token', () => {
  expect(decodingTimes([100, 110, 130, 160])).toEqual({
    timeToFirstToken: 100,
    timePerToken: 20,
    endToEnd: 160,
    gaps: [10, 20, 30],
  });
});

it('splits the whole time without a rest: end to end = first + (n − 1) · each', () => {
  const gaps = fc.array(fc.double({ min: 1e-3, max: 1e3, noNaN: true }), { minLength: 2, maxLength: 64 });
  fc.assert(
    fc.property(gaps, (waits) => {
      let clock = 0;
      const times = decodingTimes(
        waits.map((wait) => {
          clock += wait;
          return clock;
        }),
      );
      const { timeToFirstToken, timePerToken, endToEnd } = times;
      const sum = timeToFirstToken + (waits.length - 1) * timePerToken;
      expect(Math.abs(sum - endToEnd)).toBeLessThan(1e-9 * endToEnd);
      expect(times.gaps).toHaveLength(waits.length - 1);
    }),
  );
});

it('refuses a single token, after which there is no further one to time', () => {
  expect(() => decodingTimes([5])).toThrow(/two tokens at least, got 1/);
});
