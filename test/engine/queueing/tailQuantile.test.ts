import { describe, expect, it } from 'vitest';
import { tailQuantile } from '../../../src/engine/queueing/tailQuantile.ts';

describe('the quantile of a tail', () => {
  const exponential = (mean: number) => (t: number) => Math.exp(-t / mean);

  it.each([1e-6, 1, 1e6])('is found to the last digits from a first guess %d times too large', (factor) => {
    for (const p of [1e-9, 0.1, 0.5, 0.99, 1 - 1e-12]) {
      const exact = -3 * Math.log1p(-p);
      expect(Math.abs(tailQuantile(exponential(3), p, 3 * factor) / exact - 1)).toBeLessThan(
        1e-12 + 3e-16 / p,
      );
    }
  });
  it('takes few looks at a tail that may be dear to compute', () => {
    let looks = 0;
    const dear = (t: number) => {
      looks++;
      return 0.6 * Math.exp(-t) + 0.4 * Math.exp(-t / 10);
    };
    tailQuantile(dear, 0.999, 1);
    expect(looks).toBeLessThan(30);
  });
  it('is 0 where the chance to exceed it is small enough from the start, Infinity where it never is', () => {
    const waits = (t: number) => 0.4 * Math.exp(-t);
    expect(tailQuantile(waits, 0.6, 1)).toBe(0);
    expect(tailQuantile(waits, 0.61, 1)).toBeCloseTo(Math.log(0.4 / 0.39), 12);
    expect(tailQuantile(waits, 1, 1)).toBe(Infinity);
    expect(tailQuantile((t) => 0.1 + 0.9 * Math.exp(-t), 0.95, 1)).toBe(Infinity);
    expect(() => tailQuantile(waits, 1.1, 1)).toThrow('p must be in [0, 1], got 1.1');
  });
  it('is the place of a jump', () => {
    expect(tailQuantile((t) => (t < 2.5 ? 1 : 0), 0.5, 1)).toBeCloseTo(2.5, 12);
  });
});
