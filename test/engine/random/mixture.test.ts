import { describe, expect, test } from 'vitest';
import {
  constant,
  createStreams,
  draw,
  erlang,
  exponential,
  lawQuantile,
  lognormal,
  mixture,
  pareto,
  scaled,
} from '../../../src/engine/random/index.ts';
import { quantileInterval } from '../../../src/engine/stats/index.ts';

const mix = mixture([
  { weight: 6, law: lognormal({ mean: 40, scv: 0.3 }) },
  { weight: 3, law: lognormal({ mean: 160, scv: 0.04 }) },
  { weight: 1, law: pareto({ shape: 3, minimum: 100 }) },
]);

describe('mixture', () => {
  test('has the weighted mean and second moment of its parts', () => {
    const halves = mixture([
      { weight: 1, law: exponential(1) },
      { weight: 1, law: exponential(3) },
    ]);
    expect(halves.mean).toBeCloseTo(2, 12);
    expect(halves.scv).toBeCloseTo((1 * 1 + 3 * 3) / (2 * 2) - 1, 12); // ½(2·1² + 2·3²) = 10, 10/4 − 1
    expect(mix.mean).toBeCloseTo(0.6 * 40 + 0.3 * 160 + 0.1 * 150, 10);
  });

  test('draws from the law whose distribution function it states', () => {
    const sample = draw(mix, createStreams(3).service, 40_000);
    for (const p of [0.1, 0.5, 0.9, 0.95, 0.99, 0.999]) {
      const { lower, upper } = quantileInterval(sample, p, 0.999);
      const truth = lawQuantile(mix, p);
      expect(truth).toBeGreaterThanOrEqual(lower);
      expect(truth).toBeLessThanOrEqual(upper);
    }
  });

  test('leaves out parts without weight, and refuses to have none', () => {
    const only = mixture([
      { weight: 0, law: constant(9) },
      { weight: 2, law: constant(5) },
    ]);
    expect([...draw(only, createStreams(1).service, 5)]).toEqual([5, 5, 5, 5, 5]);
    expect(() => mixture([{ weight: 0, law: constant(1) }])).toThrow(
      'at least one part of a mixture must have a weight > 0',
    );
    expect(() => mixture([{ weight: -1, law: constant(1) }])).toThrow('weight must be >= 0, got -1');
  });
});

describe('lawQuantile', () => {
  test('inverts the distribution function', () => {
    expect(lawQuantile(exponential(10), 0.95)).toBeCloseTo(10 * Math.log(20), 9);
    expect(lawQuantile(pareto({ shape: 2, minimum: 3 }), 0.99)).toBeCloseTo(30, 8);
    expect(lawQuantile(lognormal({ mean: Math.exp(0.5), scv: Math.E - 1 }), 0.5)).toBeCloseTo(1, 9);
    for (const p of [0.01, 0.5, 0.95, 0.999]) expect(mix.cdf!(lawQuantile(mix, p))).toBeCloseTo(p, 9);
  });

  test('takes the infimum where the distribution function jumps over p', () => {
    const steps = mixture([
      { weight: 0.9, law: constant(10) },
      { weight: 0.1, law: constant(200) },
    ]);
    expect(lawQuantile(steps, 0.89)).toBe(10);
    expect(lawQuantile(steps, 0.95)).toBe(200);
  });

  test('says which law has no distribution function, and refuses p at the ends', () => {
    expect(() => lawQuantile({ ...erlang({ k: 3, mean: 1 }), cdf: undefined }, 0.5)).toThrow(
      'the erlang law has no distribution function',
    );
    expect(() => lawQuantile(mix, 1)).toThrow('p must be strictly between 0 and 1, got 1');
  });
});

test('scaled stretches every quantile and leaves CV² alone', () => {
  const slow = scaled(mix, 4);
  expect(slow.scv).toBe(mix.scv);
  expect(slow.mean).toBe(4 * mix.mean);
  expect(lawQuantile(slow, 0.95)).toBeCloseTo(4 * lawQuantile(mix, 0.95), 6);
});
