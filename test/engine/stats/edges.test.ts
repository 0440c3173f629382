import { describe, expect, it } from 'vitest';
import { cusum, ewma, mmd, pageHinkley, psi } from '../../../src/engine/drift/index.ts';
import { incompleteBeta, inverseIncompleteBeta } from '../../../src/engine/numeric/beta.ts';
import { incompleteGamma, logGamma } from '../../../src/engine/numeric/gamma.ts';
import { kolmogorovSmirnovUpper } from '../../../src/engine/numeric/kolmogorov.ts';
import { requireFinite } from '../../../src/engine/numeric/require.ts';
import {
  bootstrapInterval,
  calibrationError,
  DDSketch,
  histogram,
  histogramQuantile,
  ksTest,
  LogHistogram,
  mannWhitney,
  mean,
  normalQuantile,
  proportionTest,
  quantile,
  quantileInterval,
  quantileMethods,
  softmax,
  sum,
  TDigest,
} from '../../../src/engine/stats/index.ts';

describe('where there is no number there is none', () => {
  it('special functions outside their domain', () => {
    expect([incompleteBeta(0, 1, 0.5), incompleteBeta(1, 1, 2), logGamma(0)]).toEqual([
      Number.NaN,
      Number.NaN,
      Number.NaN,
    ]);
    expect([inverseIncompleteBeta(2, 3, 0), inverseIncompleteBeta(2, 3, 1)]).toEqual([0, 1]);
    expect([incompleteGamma(-1, 1).lower, incompleteGamma(1, Infinity).upper]).toEqual([Number.NaN, 0]);
    expect(() => normalQuantile(1.5)).toThrow('p must be in [0, 1], got 1.5');
    // @ts-expect-error: a text is no number
    expect(() => requireFinite('x', '3')).toThrow(new TypeError('x must be a number, got string'));
  });
  it('two proportions that are all failures, or all successes', () => {
    for (const successes of [0, 5]) {
      const got = proportionTest({ successes, trials: 5 }, { successes: successes * 2, trials: 10 });
      expect([got.difference, got.z, got.pValue]).toEqual([0, Number.NaN, Number.NaN]);
    }
  });
  it('a softmax of what has none', () => {
    expect(() => softmax([1, Number.NaN])).toThrow('z[1] must be a number < Infinity, got NaN');
    expect(() => softmax([])).toThrow('z must hold at least one finite number, got none');
    expect(() => softmax([1], 0)).toThrow('temperature must be > 0, got 0');
  });
  it('infinite values are values, but they do not add up', () => {
    expect(sum([Infinity, 1])).toBe(Infinity);
    expect(sum([Infinity, -Infinity])).toBeNaN();
    expect(mannWhitney([Infinity, 1], [2, 3]).statistic).toBe(2);
    expect(ksTest([Infinity, 1], [-Infinity, 2]).statistic).toBe(0.5);
    expect(ksTest([Infinity, Infinity], [Infinity]).statistic).toBe(0);
  });
});

describe('what histograms and sketches do at their edges', () => {
  it('a histogram of one value has a bar around it, at zero as well', () => {
    const bar = (value: number) => [...histogram([value, value], { bins: 1 }).edges];
    expect([bar(4), bar(-4), bar(0)]).toEqual([
      [2, 6],
      [-6, -2],
      [-0.5, 0.5],
    ]);
    expect(() => histogram([1], { domain: [-1.7e308, 1.7e308] })).toThrow(
      'domain must span a finite range, got one too wide',
    );
  });
  it('a bucket that adds nothing holds no quantile', () => {
    const buckets: [number, number][] = [
      [1, 4],
      [2, 4],
      [3, 8],
      [Infinity, 8],
    ];
    expect([0, 0.5, 0.5 + 1e-9, 1].map((q) => histogramQuantile(buckets, q).upper)).toEqual([1, 1, 3, 3]);
    expect(histogramQuantile(buckets, 0.75).value).toBeCloseTo(2.5, 12);
    expect(
      histogramQuantile([[1, 0], ...buckets.map(([bound, n]) => [bound + 1, n] as const)], 0).value,
    ).toBe(1);
  });
  it('DDSketch keeps zeros in a bucket of their own', () => {
    const sketch = new DDSketch(0.01);
    for (const value of [-5, 0, 1e-301, 5]) sketch.add(value);
    expect(sketch.buckets).toBe(3);
    expect([0.4, 0.6].map((q) => sketch.quantile(q))).toEqual([0, 0]);
    const none = new DDSketch(0.01);
    none.add(5);
    expect(none.buckets).toBe(1);
  });
  it('the nearest of two equally near ranks is the even one, as in numpy', () => {
    const upTo = (n: number) => Array.from({ length: n }, (_, i) => i + 1);
    expect([2, 4, 6].map((n) => quantile(upTo(n), 0.5, 'nearest'))).toEqual([1, 3, 3]);
  });
});

describe('one value, two values', () => {
  it('every quantile of one value is that value, by every method', () => {
    for (const method of quantileMethods)
      for (const p of [0, 0.3, 1]) expect(quantile([7], p, method), method).toBe(7);
  });
  it('lower ≤ linear ≤ higher, and nearest is one of the two', () => {
    const values = [3, 1, 4, 1, 5, 9, 2, 6];
    for (let p = 0; p <= 1; p += 0.01) {
      const [low, middle, high, near] = (['lower', 'linear', 'higher', 'nearest'] as const).map((method) =>
        quantile(values, p, method),
      );
      expect(low! <= middle! && middle! <= high! && (near === low || near === high)).toBe(true);
    }
  });
  it('one value bounds no quantile', () => {
    const { lower, upper } = quantileInterval([7], 0.5);
    expect([lower, upper]).toEqual([-Infinity, Infinity]);
  });
  it('a detector may take its reference from one value', () => {
    const detector = cusum({ minInstances: 1 });
    expect(detector.update(5)).toMatchObject({ drift: false, limit: 0 });
    expect(detector.update(5.1).drift).toBe(true);
    const forever = pageHinkley({ alpha: 1, minInstances: 1, threshold: 1 });
    expect([0, 0, 5].map((x) => forever.update(x).drift)).toEqual([false, false, true]);
  });
});

describe('bins and buckets at their edges', () => {
  it('a probability that is an edge belongs to the bin below, though p·bins rounds up', () => {
    expect(0.07 * 100).toBeGreaterThan(7);
    expect(calibrationError([0.07, 0.065], [1, 0], { bins: 100 })).toBeCloseTo((0.93 - 0.065) / 2, 12);
  });
  it('a histogram finds its own width, and takes ten bins without spread between the quartiles', () => {
    const values = Float64Array.from({ length: 1000 }, (_, i) => (i * 7919) % 1000);
    expect(histogram(values).counts.length).toBe(10);
    expect(histogram([1, 1, 1, 1, 1, 9]).counts.length).toBe(10);
  });
  it('the first Prometheus bucket starts at 0', () => {
    expect(
      histogramQuantile(
        [
          [2, 4],
          [Infinity, 4],
        ],
        0.5,
      ),
    ).toEqual({ value: 1, lower: 0, upper: 2, capped: false });
    expect(
      histogramQuantile(
        [
          [2, 0],
          [Infinity, 4],
        ],
        0.5,
      ),
    ).toEqual({ value: 2, lower: 2, upper: Infinity, capped: true });
  });
  it('a log histogram cleared is empty, and holds what lies outside in its end buckets', () => {
    const counts = new LogHistogram();
    for (const value of [0, 1e-12, 1e12]) counts.add(value);
    expect([counts.count, counts.max]).toEqual([3, 1e12]);
    expect(counts.quantile(0.1)).toBeLessThan(1e-8);
    counts.clear();
    expect([counts.count, counts.max, counts.quantile(0.5)]).toEqual([0, 0, Number.NaN]);
  });
  it('a t-digest of one heavy centroid', () => {
    const digest = new TDigest();
    digest.add(5, 10);
    expect([0, 0.5, 1].map((q) => digest.quantile(q))).toEqual([5, 5, 5]);
  });
  it('the law of D where the last term of the sum is empty', () => {
    expect(kolmogorovSmirnovUpper(0.5, 2)).toBeCloseTo(0.5, 12);
  });
});

describe('bootstrap', () => {
  it('refuses an empty sample and options out of range', () => {
    expect(() => bootstrapInterval([], mean)).toThrow('values must hold at least one number, got none');
    expect(() => bootstrapInterval([1], mean, { resamples: 0 })).toThrow(
      'resamples must be an integer >= 1, got 0',
    );
    expect(() => bootstrapInterval([1], mean, { confidence: 1 })).toThrow(
      'confidence must be strictly between 0 and 1, got 1',
    );
  });
});

describe('definitions by hand', () => {
  it('an EWMA chart without a reference: running mean, fading variance, both from the first value on', () => {
    const chart = ewma({ alpha: 0.5, threshold: 2, minInstances: 2 });
    expect(chart.update(4)).toMatchObject({ average: 4, center: 4, limit: 0, drift: false });
    // z = 5, mean 5, variance ½·36 + ½·16 − 5² = 1, limit 2·√(⅓·(1 − 1/16))
    const second = chart.update(6);
    expect([second.average, second.center]).toEqual([5, 5]);
    expect(second.limit).toBeCloseTo(2 * Math.sqrt((1 - 1 / 16) / 3), 12);
    const known = ewma({ mean: 0, standardDeviation: 1, alpha: 0.5, threshold: 2 });
    expect(known.update(9).drift).toBe(true); // a known reference needs no warm-up
  });
  it('a reference from two values has their standard deviation', () => {
    const chart = cusum({ minInstances: 2, threshold: 5 });
    chart.update(1);
    expect(chart.update(3).limit).toBeCloseTo(5 * Math.SQRT2, 12);
  });
  it('a permutation p-value counts the observed split once', () => {
    expect(mmd([0, 0.1, 0.2, 0.3], [50, 51, 52, 53], { permutations: 1, seed: 1 }).pValue).toBe(0.5);
  });
  it('a merged sketch has both ends of its parts', () => {
    const [low, high] = [new DDSketch(), new DDSketch()];
    low.add(1);
    high.add(9);
    low.merge(high);
    expect([low.min, low.max, low.sum]).toEqual([1, 9, 10]);
  });
  it('infinite counts are no distribution', () => {
    expect(() => psi([1, Infinity], [1, 1])).toThrow('reference[1] must be >= 0 and finite, got Infinity');
  });
});
