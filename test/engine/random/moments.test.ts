import { describe, expect, it } from 'vitest';
import { complex } from '../../../src/engine/numeric/complex.ts';
import {
  type Arrivals,
  constant,
  createStreams,
  empirical,
  exponential,
  lawQuantile,
  mixture,
  mmpp,
  scaled,
  trace,
  zipf,
} from '../../../src/engine/random/index.ts';

const timesOf = (arrivals: Arrivals, seed: number, count: number): Float64Array => {
  const times = new Float64Array(count);
  arrivals.start(createStreams(seed).arrivals).fill(times, count);
  return times;
};

describe('what arrivals say of themselves', () => {
  it('an MMPP’s rate is that of its phases, each by the time spent in it', () => {
    // phase 0 lasts 2 s on average, phase 1 two thirds: three quarters of the time in phase 0
    const arrivals = mmpp({ rates: [10, 2], switching: [0.5, 1.5] });
    expect(arrivals.rate).toBeCloseTo(0.75 * 10 + 0.25 * 2, 12);
    expect(arrivals.scv).toBeCloseTo(1 + (2 * 0.75 * 64) / (4 * (20 + 15 + 1)), 12);
    expect(mmpp({ rates: [3, 3], switching: [0.5, 1.5] }).scv).toBe(1); // one Poisson process
    const times = timesOf(arrivals, 3, 200_000);
    // counts scatter with 1 + 2·s0·s1·(r0 − r1)²/((s0 + s1)²·(r0·s1 + r1·s0)) = 2.5 times a Poisson process's variance
    expect(Math.abs(200_000 / times[199_999]! / 8 - 1)).toBeLessThan(4 * Math.sqrt(2.5 / 200_000));
  });
  it('an MMPP is in equilibrium from the start', () => {
    const arrivals = mmpp({ rates: [10, 2], switching: [0.5, 1.5] });
    const runs = 4000;
    let early = 0;
    for (let seed = 0; seed < runs; seed++)
      early += timesOf(arrivals, seed, 20).filter((t) => t < 0.1).length;
    // 0.8 a run; the count's variance is at most 1.2
    expect(Math.abs(early / runs - 0.8)).toBeLessThan(4 * Math.sqrt(1.2 / runs));
  });
  it('a trace’s rate and CV² are those of its gaps, and it ends', () => {
    const arrivals = trace([0, 1, 3, 6]);
    expect(arrivals.rate).toBeCloseTo(0.5, 12);
    expect(arrivals.scv).toBeCloseTo(2 / 3 / 4, 12);
    expect(arrivals.parameters).toEqual({ times: [0, 1, 3, 6] });
    expect([...timesOf(arrivals, 1, 6)]).toEqual([0, 1, 3, 6, Infinity, Infinity]);
  });
});

describe('what laws say of themselves', () => {
  const half = complex(0.5);
  it('a mixture: its weights, its moments, and the transform Σ wᵢ·Lᵢ(s) where every part has one', () => {
    const law = mixture([
      { weight: 3, law: exponential(1) },
      { weight: 0, law: exponential(1e9) },
      { weight: 1, law: constant(2) },
    ]);
    expect(law.parameters).toEqual({ weights: [0.75, 0.25], means: [1, 2] });
    expect(law.mean).toBeCloseTo(1.25, 12);
    expect(law.transform?.(half).re).toBeCloseTo(0.75 / 1.5 + 0.25 * Math.exp(-1), 12);
    expect(law.cdf?.(1)).toBeCloseTo(0.75 * (1 - Math.exp(-1)), 12);
    const { transform: _transform, cdf: _cdf, ...bare } = exponential(1);
    const unknown = mixture([
      { weight: 1, law: exponential(1) },
      { weight: 1, law: bare },
    ]);
    expect([unknown.transform, unknown.cdf]).toEqual([undefined, undefined]);
  });
  it('a scaled law: each draw, and the transform at s times the factor', () => {
    const law = scaled(exponential(1), 3);
    expect(law.parameters).toEqual({ mean: 1, factor: 3 });
    expect(law.transform?.(half).re).toBeCloseTo(1 / (1 + 1.5), 12);
    expect(law.sample(createStreams(5).service)).toBe(3 * exponential(1).sample(createStreams(5).service));
    const { transform: _transform, ...bare } = exponential(1);
    expect(scaled(bare, 3).transform).toBeUndefined();
  });
  it('Zipf: ranks weigh 1/i, and the distribution function steps at whole ranks', () => {
    const law = zipf({ items: 3, exponent: 1 });
    const total = 11 / 6;
    expect(law.parameters).toEqual({ items: 3, exponent: 1 });
    expect(law.mean).toBeCloseTo(3 / total, 12);
    expect(law.scv).toBeCloseTo(6 / total / (3 / total) ** 2 - 1, 12);
    const steps = [0.99, 1, 1.99, 2, 3, 99].map((x) => law.cdf?.(x) ?? Number.NaN);
    [0, 6 / 11, 6 / 11, 9 / 11, 1, 1].forEach((expected, i) => {
      expect(steps[i]).toBeCloseTo(expected, 12);
    });
    expect(zipf({ items: 5, exponent: 0 }).scv).toBeCloseTo(2 / 9, 12);
  });
  it('a measured law has the quantiles of its sample', () => {
    expect([0.25, 0.5, 0.9].map((p) => lawQuantile(empirical([4, 1, 2, 3]), p))).toEqual([1, 2, 4]);
  });
});
