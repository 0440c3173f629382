import { describe, expect, it } from 'vitest';
import { measuredServiceLaw } from '../../../src/engine/benchmark/index.ts';
import { createStreams, draw, lognormal } from '../../../src/engine/random/index.ts';

describe('the law of measured service times', () => {
  it('is the inverse mean and the squared coefficient of variation', () => {
    // mean 2 ms, sample variance 2
    const { serviceRate, scv } = measuredServiceLaw([1, 1, 4, 2, 2]);
    expect(serviceRate).toBeCloseTo(500, 10);
    expect(scv).toBeCloseTo(1.5 / 4, 10);
  });

  it('gives back the variability of single runs from means of several', () => {
    const times = draw(lognormal({ mean: 3, scv: 0.5 }), createStreams(4).service, 40_000);
    const means = Array.from(
      { length: 10_000 },
      (_, i) => times.slice(4 * i, 4 * i + 4).reduce((a, b) => a + b) / 4,
    );
    const { serviceRate, scv } = measuredServiceLaw(means, 4);
    expect(1000 / serviceRate).toBeCloseTo(3, 1);
    expect(scv).toBeGreaterThan(0.45);
    expect(scv).toBeLessThan(0.55);
  });

  it('refuses what has no spread or no duration', () => {
    expect(() => measuredServiceLaw([1])).toThrow(/at least 2/);
    expect(() => measuredServiceLaw([0, 0])).toThrow(/must be > 0/);
  });
});
