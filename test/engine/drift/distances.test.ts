import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  bhattacharyya,
  binned,
  cramersV,
  energyDistance,
  hellinger,
  jsDivergence,
  klDivergence,
  largestShift,
  mmd,
  psi,
  totalVariation,
  wasserstein1,
} from '../../../src/engine/drift/index.ts';
import { createStreams } from '../../../src/engine/random/index.ts';

const vectors = (count: number) =>
  fc
    .integer({ min: 2, max: 8 })
    .chain((n) =>
      fc.tuple(
        ...Array.from({ length: count }, () =>
          fc.array(fc.nat(50), { minLength: n, maxLength: n }).filter((counts) => counts.some((x) => x > 0)),
        ),
      ),
    );
const sample = fc.array(fc.integer({ min: -50, max: 50 }), { minLength: 1, maxLength: 20 });

describe('distances between shares', () => {
  it('are 0 for equal shares, symmetric, within [0, 1], and obey the triangle', () => {
    fc.assert(
      fc.property(vectors(3), ([p, q, r]) =>
        [hellinger, totalVariation, largestShift].every((distance) => {
          const pq = distance(p!, q!);
          return (
            distance(p!, p!) === 0 &&
            Math.abs(pq - distance(q!, p!)) < 1e-12 &&
            pq >= 0 &&
            pq <= 1 &&
            pq <= distance(p!, r!) + distance(r!, q!) + 1e-12
          );
        }),
      ),
    );
  });
  it('keep to their known order: H² ≤ TV ≤ √2·H, TV² ≤ KL/2 (Pinsker), −ln(1 − H²) is Bhattacharyya’s', () => {
    fc.assert(
      fc.property(vectors(2), ([p, q]) => {
        const [h, tv, kl] = [hellinger(p!, q!), totalVariation(p!, q!), klDivergence(p!, q!)];
        const b = bhattacharyya(p!, q!);
        return (
          h * h <= tv + 1e-12 &&
          tv <= Math.SQRT2 * h + 1e-12 &&
          tv * tv <= kl / 2 + 1e-12 &&
          largestShift(p!, q!) <= tv + 1e-12 &&
          jsDivergence(p!, q!, { epsilon: 0 }) <= Math.LN2 * tv + 1e-12 &&
          (h > 1 - 1e-9 || Math.abs(b + Math.log(1 - h * h)) < 1e-9)
        );
      }),
    );
  });
  it('shares without a common bin are as far apart as can be', () => {
    expect(hellinger([1, 0], [0, 1])).toBe(1);
    expect(totalVariation([1, 0], [0, 1])).toBe(1);
    expect(bhattacharyya([1, 0], [0, 1])).toBe(Infinity);
    expect(klDivergence([1, 0], [0, 1], { base: 2 })).toBe(Infinity);
    expect(() => klDivergence([1], [1], { base: 0 })).toThrow('base must be > 0, got 0');
  });
});

describe('Wasserstein distance', () => {
  it('of equal sizes is the mean distance of the sorted values', () => {
    fc.assert(
      fc.property(sample, fc.integer({ min: 0, max: 1e6 }), (a, seed) => {
        const { service } = createStreams(seed);
        const b = a.map(() => Math.floor(100 * service.uniform()));
        const [x, y] = [a, b].map((values) => [...values].sort((l, r) => l - r));
        const mean = x!.reduce((all, value, i) => all + Math.abs(value - y![i]!), 0) / a.length;
        return Math.abs(wasserstein1(a, b) - mean) < 1e-9;
      }),
    );
  });
  it('is a metric, follows shift and scale, and counts weights as repetitions', () => {
    fc.assert(
      fc.property(sample, sample, sample, (a, b, c) => {
        const ab = wasserstein1(a, b);
        const weights = a.map((_, i) => 1 + (i % 3));
        const repeated = a.flatMap((value, i) => new Array(weights[i]).fill(value));
        return (
          wasserstein1(a, a) === 0 &&
          Math.abs(ab - wasserstein1(b, a)) < 1e-9 &&
          ab <= wasserstein1(a, c) + wasserstein1(c, b) + 1e-9 &&
          Math.abs(
            wasserstein1(
              a.map((x) => 3 * x + 7),
              b.map((x) => 3 * x + 7),
            ) -
              3 * ab,
          ) < 1e-9 &&
          Math.abs(wasserstein1(a, b, { weightsA: weights }) - wasserstein1(repeated, b)) < 1e-9
        );
      }),
    );
  });
  it('energy distance agrees with SciPy and vanishes with it', () => {
    const a = [1, 2, 2, 3, 5, 8, 8, 9, 12, 15, 21, 30];
    const b = [2, 3, 4, 4, 8, 10, 16, 18, 22, 22, 35, 40, 41];
    expect(energyDistance(a, b)).toBeCloseTo(1.8265069251623463, 12);
    expect(wasserstein1(a, b)).toBeCloseTo(7.641025641025639, 12);
    expect(energyDistance(a, a)).toBe(0);
  });
  it('refuses what has no place on the line', () => {
    expect(() => wasserstein1([], [1])).toThrow('a must hold at least one number, got none');
    expect(() => wasserstein1([1, Infinity], [1])).toThrow('a[1] must be a finite number, got Infinity');
    expect(() => wasserstein1([1], [1], { weightsB: [1, 2] })).toThrow(
      'b must have a weight each, got 2 for 1 values',
    );
    expect(() => wasserstein1([1], [1], { weightsA: [-1] })).toThrow(
      'weights of a[0] must be >= 0 and finite, got -1',
    );
  });
});

describe('bins', () => {
  const methods = ['quantile', 'width', 'union', 'sturges', 'freedman-diaconis'] as const;
  it('hold every value once, whatever the method', () => {
    fc.assert(
      fc.property(
        sample,
        sample,
        fc.integer({ min: 1, max: 12 }),
        fc.constantFrom(...methods),
        (a, b, bins, method) => {
          const { reference, current, edges } = binned(a, b, { bins, method });
          const total = (shares: Float64Array) => shares.reduce((all, share) => all + share, 0);
          const rising = edges.every((edge, i) => i === 0 || edge > edges[i - 1]!);
          const kept = Math.abs(total(reference) - 1) < 1e-12 && Math.abs(total(current) - 1) < 1e-12;
          return rising && kept && edges.length === reference.length + 1 && psi(reference, current) >= 0;
        },
      ),
    );
  });
  it('union edges leave nothing outside; quantile edges may, and say so', () => {
    const [reference, current] = [
      [1, 2, 3, 4],
      [0, 2, 9],
    ];
    expect(binned(reference, current, { method: 'union', bins: 3 }).outside).toBe(0);
    const deciles = binned(reference, current, { bins: 2 });
    expect([deciles.outside, ...deciles.current]).toEqual([2, 2 / 3, 1 / 3]);
    expect([...binned(reference, current, { bins: 2, outside: 'drop' }).current]).toEqual([1 / 3, 0]);
  });
  it('cut the range that their method names into equal widths', () => {
    const [reference, current] = [
      [4, 10, 0],
      [-5, 20, 1],
    ];
    const edges = (method: (typeof methods)[number], bins = 5) => [
      ...binned(reference, current, { bins, method }).edges,
    ];
    expect(edges('width')).toEqual([0, 2, 4, 6, 8, 10]);
    expect(edges('union')).toEqual([-5, 0, 5, 10, 15, 20]);
    expect(edges('sturges')).toHaveLength(1 + 4); // ⌈log₂ 6 + 1⌉ bins
    expect(edges('quantile', 2)).toEqual([0, 4, 10]);
  });
  it('end at the largest value to the last bit', () => {
    const width = fc.constantFrom('width', 'union', 'sturges', 'freedman-diaconis');
    const real = fc.array(fc.double({ min: -1e3, max: 1e3, noNaN: true }), { minLength: 2, maxLength: 9 });
    fc.assert(
      fc.property(real, fc.integer({ min: 1, max: 12 }), width, (values, bins, method) => {
        const { edges } = binned(values, values, { bins, method });
        return Math.min(...values) === Math.max(...values) || edges.at(-1) === Math.max(...values);
      }),
    );
  });
  it('have Freedman and Diaconis’ width, 2·IQR/∛n of both samples together, in at most 1000', () => {
    const [odd, even] = [0, 1].map((start) => Array.from({ length: 32 }, (_, i) => 63 - start - 2 * i));
    // 0 … 63 and one far value: n = 65, IQR = 32, width 64/∛65 = 15.92
    const bins = (far: number) =>
      binned([...odd!, far], even!, { method: 'freedman-diaconis' }).reference.length;
    expect([bins(100), bins(1000), bins(1e9)]).toEqual([7, 63, 1000]);
    const later = [odd!, even!].map((values) => Float64Array.from(values, (value) => value + 500));
    expect(binned([...later[0]!, 600], later[1]!, { method: 'freedman-diaconis' }).reference.length).toBe(7);
  });
  it('ties merge edges, one value gets one bin', () => {
    expect(binned([5, 5, 5, 9], [5], { bins: 4 }).edges.length).toBe(3);
    expect([...binned([5, 5], [5, 7]).edges]).toEqual([4.5, 5.5]);
    expect([...binned([5, 5], [5], { method: 'freedman-diaconis' }).edges]).toEqual([4.5, 5.5]);
  });
  it('refuse what they cannot bin', () => {
    expect(() => binned([], [1])).toThrow('reference must hold at least one number, got none');
    expect(() => binned([1], [Number.NaN])).toThrow('current must be numbers, got NaN');
    expect(() => binned([1], [1], { bins: 0 })).toThrow('bins must be an integer >= 1, got 0');
    // @ts-expect-error: not a method
    expect(() => binned([1], [1], { method: 'best' })).toThrow(
      'unknown method: best (one of quantile, width,',
    );
  });
});

describe('Cramér’s V', () => {
  it('is √(χ²/n), and with Bergsma’s correction what is left of it beyond chance', () => {
    // χ² = 2·(50 · 10²/50²)·2 = 8 over n = 200
    expect(cramersV([40, 60], [60, 40])).toBeCloseTo(0.2, 12);
    const [excess, rows] = [8 / 200 - 1 / 199, 2 - 1 / 199];
    expect(cramersV([40, 60], [60, 40], { biasCorrected: true })).toBeCloseTo(
      Math.sqrt(excess / (rows - 1)),
      12,
    );
    expect(cramersV([50, 50, 50], [51, 50, 49], { biasCorrected: true })).toBe(0);
  });
  it('lies in [0, 1], does not grow with n, and the correction lowers it', () => {
    fc.assert(
      fc.property(vectors(2), ([p, q]) => {
        const used = p!.filter((count, i) => count + q![i]! > 0).length;
        if (used < 2) return true;
        const v = cramersV(p!, q!);
        const larger = cramersV(
          p!.map((x) => 10 * x),
          q!.map((x) => 10 * x),
        );
        const corrected = cramersV(p!, q!, { biasCorrected: true });
        return (
          v >= 0 &&
          v <= 1 + 1e-12 &&
          Math.abs(larger - v) < 1e-9 &&
          (corrected <= v + 1e-9 || Number.isNaN(corrected))
        );
      }),
    );
  });
});

describe('maximum mean discrepancy', () => {
  const { service } = createStreams(12);
  const cloud = (n: number, shift: number) =>
    Array.from({ length: n }, () => [service.normal() + shift, service.normal()]);
  it('is about 0 for one law, clear for two, in any dimension', () => {
    const same = Array.from({ length: 60 }, () => mmd(cloud(20, 0), cloud(25, 0)).squared);
    const mean = same.reduce((all, x) => all + x, 0) / same.length;
    expect(Math.abs(mean)).toBeLessThan(0.01);
    expect(Math.min(...same)).toBeLessThan(0);
    const apart = mmd(cloud(30, 0), cloud(30, 2), { permutations: 200, seed: 3 });
    expect(apart.squared).toBeGreaterThan(0.2);
    expect(apart.pValue).toBeLessThan(0.01);
    const alike = mmd(cloud(30, 0), cloud(30, 0), { permutations: 200, seed: 3 });
    expect(alike.pValue).toBeGreaterThan(0.05);
    expect(mmd([0, 1], [1, 2]).pValue).toBeNaN();
  });
  it('takes the median distance as its bandwidth, and refuses what has none', () => {
    expect(mmd([0, 1], [2, 3]).bandwidth).toBe(1.5);
    expect(() => mmd([1, 1], [1, 1])).toThrow('bandwidth must be > 0, got 0');
    expect(() => mmd([1], [1, 2])).toThrow('x and y must hold at least 2 points each, got 1 and 2');
    expect(() =>
      mmd(
        [
          [1, 2],
          [3, 4],
        ],
        [[1], [2]],
      ),
    ).toThrow('points must have 2 entries as the first, got 1');
    expect(() => mmd([1, Number.NaN], [1, 2])).toThrow('x[1] must be a finite number, got NaN');
  });
});
