import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  ecdf,
  histogram,
  percentile,
  quantile,
  quantileMethods,
  quantiles,
} from '../../../src/engine/stats/index.ts';
import { expectWithin, idsOf, oracles } from '../support/oracle.ts';

const oracle = oracles('statistics', 'release');
const finite = fc.double({ min: -1e12, max: 1e12, noNaN: true });
const sample = fc.array(finite, { minLength: 1, maxLength: 60 });
const probability = fc.double({ min: 0, max: 1, noNaN: true });

const methodOf = (name = 'linear') => {
  const found = name.startsWith('nearest-rank') ? 'nearest_rank' : quantileMethods.find((m) => m === name);
  if (!found) throw new Error(`unknown method in oracle: ${name}`);
  return found;
};

describe('quantiles', () => {
  const plain = idsOf('statistics', 'pct-').filter(
    (id) => !['pct-nan-omitted', 'pct-out-of-range', 'pct-1e6-permutation'].includes(id),
  );
  it.each(plain)('%s', (id) => {
    const { inputs, expected, tol } = oracle(id);
    inputs.p.forEach((q: number, i: number) => {
      expectWithin(percentile(inputs.data, q, methodOf(inputs.method)), expected[i], tol, `${id} p${q}`);
    });
  });
  it('a million values', () => {
    const { inputs, expected, tol } = oracle('pct-1e6-permutation');
    const values = Float64Array.from({ length: 1e6 }, (_, i) => (i * 7919) % 1e6);
    quantiles(
      values,
      inputs.p.map((q: number) => q / 100),
    ).forEach((got, i) => {
      expectWithin(got, expected[i], tol);
    });
  });
  it('lie between the extremes and never fall as p rises, by every method', () => {
    fc.assert(
      fc.property(
        sample,
        probability,
        probability,
        fc.constantFrom(...quantileMethods),
        (values, a, b, method) => {
          const low = quantile(values, Math.min(a, b), method);
          const high = quantile(values, Math.max(a, b), method);
          const slack = 4e-16 * Math.max(Math.abs(low), Math.abs(high));
          return low <= high + slack && Math.min(...values) <= low && high <= Math.max(...values);
        },
      ),
      { numRuns: 2000 },
    );
  });
  it('move with the values: adding and scaling carry over', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: -1000, max: 1000 }), { minLength: 1 }),
        probability,
        (values, p) => {
          const moved = quantile(
            values.map((x) => 2 * x + 3),
            p,
          );
          return Math.abs(moved - (2 * quantile(values, p) + 3)) < 1e-9;
        },
      ),
    );
  });
  it('leave their input as it was', () => {
    const values = [3, 1, 2];
    expect(quantile(values, 0.5)).toBe(2);
    expect(values).toEqual([3, 1, 2]);
  });
  it('take a product that misses a whole number by rounding as whole', () => {
    const values = Array.from({ length: 100 }, (_, i) => i + 1);
    expect(quantile(values, 0.07, 'nearest_rank')).toBe(7); // 100 × 0.07 is 7.000000000000001
  });
  it('refuse what has no answer', () => {
    expect(() => percentile([1, 2, 3], 101)).toThrow('q must be in [0, 100], got 101');
    expect(() => quantile([1], -0.1)).toThrow('p must be in [0, 1], got -0.1');
    expect(() => quantile([], 0.5)).toThrow('values must hold at least one number, got none');
    expect(() => quantile([1, Number.NaN], 0.5)).toThrow('got NaN');
    // @ts-expect-error: a reader may type anything
    expect(() => quantile([1], 0.5, 'fastest')).toThrow(
      'unknown quantile method: fastest (one of inverted_cdf',
    );
  });
});

describe('ecdf', () => {
  it('jumps at each distinct value to the share at or below it', () => {
    const { x, p } = ecdf([2, 1, 2, 4]);
    expect([...x]).toEqual([1, 2, 4]);
    expect([...p]).toEqual([0.25, 0.75, 1]);
  });
  it('its first point at or above p is the inverted_cdf quantile: p95 = inf{t : F(t) ≥ 0.95}', () => {
    fc.assert(
      fc.property(sample, fc.double({ min: 0.001, max: 1, noNaN: true }), (values, p) => {
        const f = ecdf(values);
        const infimum = f.x[f.p.findIndex((share) => share >= p - 1e-12)];
        return infimum === quantile(values, p, 'inverted_cdf');
      }),
    );
  });
});

describe('histogram', () => {
  it('loses no value, inside or outside its domain', () => {
    fc.assert(
      fc.property(sample, fc.integer({ min: 1, max: 30 }), (values, bins) => {
        const wide = histogram(values, { bins });
        const narrow = histogram(values, { bins, domain: [-1, 1] });
        const total = (counts: Float64Array) => counts.reduce((a, b) => a + b, 0);
        return (
          total(wide.counts) === values.length &&
          total(narrow.counts) + narrow.below + narrow.above === values.length
        );
      }),
    );
  });
  it('its last bin holds its right end, and its bars have area 1', () => {
    const { edges, counts, density } = histogram([0, 1, 2, 3, 4], { bins: 2 });
    expect([...edges]).toEqual([0, 2, 4]);
    expect([...counts]).toEqual([2, 3]);
    expect(density.reduce((area, d) => area + d * 2, 0)).toBeCloseTo(1, 12);
  });
  it('one value gets a bar around it', () => {
    expect(histogram([5, 5]).counts.reduce((a, b) => a + b, 0)).toBe(2);
  });
  it('refuses a domain without width', () => {
    expect(() => histogram([1], { domain: [2, 2] })).toThrow('domain[1] must be > domain[0] = 2, got 2');
  });
});
