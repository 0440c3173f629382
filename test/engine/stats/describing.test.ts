import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createStreams } from '../../../src/engine/random/index.ts';
import {
  agrestiCoull,
  averagePrecision,
  binomialPmf,
  brierScore,
  calibrationError,
  clopperPearson,
  coefficientOfVariation,
  cosineSimilarity,
  DDSketch,
  excessKurtosis,
  exponentialSmoothing,
  geometricMean,
  HdrHistogram,
  harmonicMean,
  histogramQuantile,
  jeffreysInterval,
  logLoss,
  logSumExp,
  mannWhitney,
  mean,
  medianAbsoluteDeviation,
  omitNaN,
  quantile,
  rocAuc,
  skewness,
  sum,
  TDigest,
  trimmedMean,
  waldInterval,
  wilsonInterval,
  winsorizedMean,
} from '../../../src/engine/stats/index.ts';

const positive = fc.array(fc.double({ min: 1e-3, max: 1e6, noNaN: true }), { minLength: 1, maxLength: 80 });
const level = fc.double({ min: 0, max: 1, noNaN: true });

describe('means and spreads', () => {
  it('harmonic ≤ geometric ≤ arithmetic', () => {
    fc.assert(
      fc.property(positive, (values) => {
        const [h, g, m] = [harmonicMean(values), geometricMean(values), mean(values)];
        return h <= g * (1 + 1e-12) && g <= m * (1 + 1e-12);
      }),
    );
    expect(() => geometricMean([1, 0])).toThrow('values[1] must be > 0, got 0');
    expect(() => harmonicMean([-1])).toThrow('values[0] must be > 0, got -1');
  });
  it('a wild value moves the mean, not the trimmed and winsorized ones', () => {
    const values = [1, 2, 3, 4, 5, 6, 7, 8, 9, 1e9];
    expect([trimmedMean(values), winsorizedMean(values)]).toEqual([5.5, 5.5]);
    expect([trimmedMean(values, 0), winsorizedMean(values, 0)]).toEqual([mean(values), mean(values)]);
    expect(medianAbsoluteDeviation(values)).toBe(2.5);
    expect(() => trimmedMean(values, 0.5)).toThrow('share must be in [0, 0.5), got 0.5');
  });
  it('shape does not see place and scale (SciPy)', () => {
    const values = [1, 2, 2, 3, 5, 8, 8, 9, 12, 15, 21, 30];
    const moved = values.map((x) => 7 * x - 40);
    expect(skewness(values, { unbiased: true })).toBeCloseTo(1.3172247613081616, 12);
    expect(excessKurtosis(values)).toBeCloseTo(0.4518241064673707, 12);
    expect(skewness(moved)).toBeCloseTo(skewness(values), 12);
    expect(excessKurtosis(moved)).toBeCloseTo(excessKurtosis(values), 12);
    expect(skewness([1, 2], { unbiased: true })).toBeNaN();
    expect(skewness([4, 4, 4])).toBeNaN();
    expect(coefficientOfVariation([-1, 1])).toBeNaN();
  });
  it('the compensated sum does not mind the order', () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: -1e15, max: 1e15, noNaN: true }), { maxLength: 50 }),
        (values) => {
          const [forth, back] = [sum(values), sum([...values].reverse())];
          const size = values.reduce((all, x) => all + Math.abs(x), 0);
          return Math.abs(forth - back) <= 4e-16 * Math.abs(forth) + 1e-30 * size;
        },
      ),
    );
  });
  it('smoothing stays within what it smooths', () => {
    fc.assert(
      fc.property(positive, fc.double({ min: 0.01, max: 1, noNaN: true }), (values, alpha) =>
        exponentialSmoothing(values, alpha).every(
          (x) => x >= Math.min(...values) * (1 - 1e-12) && x <= Math.max(...values) * (1 + 1e-12),
        ),
      ),
    );
    expect([...exponentialSmoothing([3, 1, 4], 1)]).toEqual([3, 1, 4]);
    expect(() => exponentialSmoothing([1], 0)).toThrow('alpha must be in (0, 1], got 0');
    expect(() => exponentialSmoothing([1, Number.NaN], 0.5)).toThrow(
      'values[1] must be a finite number, got NaN',
    );
  });
  it('NaN is dropped by those who ask, and counted', () => {
    expect(omitNaN([Number.NaN, 1, Number.NaN])).toEqual({ values: Float64Array.of(1), omitted: 2 });
  });
  it('vectors', () => {
    expect(cosineSimilarity([1e-300, 0], [1e-300, 0])).toBe(1);
    expect(cosineSimilarity([1e300, 1e300], [-1e300, -1e300])).toBeCloseTo(-1, 12);
    expect(cosineSimilarity([1, 0], [0, 3])).toBe(0);
    expect(() => cosineSimilarity([1], [1, 2])).toThrow(
      'a and b must have the same length >= 1, got 1 and 2',
    );
    expect(logSumExp([-Infinity, -Infinity])).toBe(-Infinity);
    expect(logSumExp([Math.log(3), -Infinity, Math.log(4)])).toBeCloseTo(Math.log(7), 12);
    expect(() => logSumExp([Infinity])).toThrow('z[0] must be a number < Infinity, got Infinity');
  });
});

describe('coverage of the intervals for a proportion, summed over all outcomes', () => {
  const coverage = (interval: typeof wilsonInterval, n: number, p: number): number => {
    let covered = 0;
    for (let k = 0; k <= n; k++) {
      const { lower, upper } = interval(k, n);
      if (lower <= p && p <= upper) covered += binomialPmf(k, n, p);
    }
    return covered;
  };
  const shares = Array.from({ length: 40 }, (_, i) => (i + 0.5) / 40);
  const averageOf = (interval: typeof wilsonInterval) => mean(shares.map((p) => coverage(interval, 30, p)));
  it('Clopper–Pearson’s is never below what it says', () => {
    for (const p of shares) expect(coverage(clopperPearson, 30, p)).toBeGreaterThanOrEqual(0.95);
  });
  it('Wilson’s and Jeffreys’ are right on average, Agresti–Coull’s a little wide, Wald’s far too narrow', () => {
    expect(Math.abs(averageOf(wilsonInterval) - 0.95)).toBeLessThan(0.01);
    expect(Math.abs(averageOf(jeffreysInterval) - 0.95)).toBeLessThan(0.01);
    expect(averageOf(agrestiCoull)).toBeGreaterThan(0.95);
    expect(averageOf(waldInterval)).toBeLessThan(0.92);
  });
});

describe('classification scores', () => {
  const labelled = fc.array(fc.tuple(fc.integer({ min: 0, max: 20 }), fc.integer({ min: 0, max: 1 })), {
    minLength: 1,
    maxLength: 40,
  });
  it('the area under the ROC curve is Mann–Whitney’s superiority', () => {
    fc.assert(
      fc.property(labelled, (pairs) => {
        const [scores, labels] = [pairs.map(([score]) => score), pairs.map(([, label]) => label)];
        const [hits, misses] = [1, 0].map((y) => scores.filter((_, i) => labels[i] === y));
        const got = rocAuc(scores, labels);
        if (hits!.length === 0 || misses!.length === 0) return Number.isNaN(got);
        return Math.abs(got - mannWhitney(hits!, misses!).superiority) < 1e-12;
      }),
    );
  });
  it('average precision is 1 for a perfect order, and the share of positives for none', () => {
    expect(averagePrecision([3, 2, 1], [1, 1, 0])).toBe(1);
    expect(averagePrecision([5, 5, 5, 5], [1, 0, 0, 0])).toBe(0.25);
    expect(averagePrecision([1, 2], [0, 0])).toBeNaN();
  });
  it('a forecast that is calibrated has no calibration error, whatever the bins', () => {
    const p = [...new Array(10).fill(0.2), ...new Array(10).fill(0.7)];
    const y = [
      ...new Array(2).fill(1),
      ...new Array(8).fill(0),
      ...new Array(7).fill(1),
      ...new Array(3).fill(0),
    ];
    for (const bins of [1, 5, 10]) expect(calibrationError(p, y, { bins })).toBeCloseTo(0, 12);
    expect(calibrationError([0, 1], [1, 0])).toBe(1);
  });
  it('a constant forecast is punished least at the true share', () => {
    const labels = [1, 0, 0, 0];
    for (const p of [0.05, 0.2, 0.3, 0.9]) {
      const [at, best] = [p, 0.25].map((share) => new Array(4).fill(share));
      expect(brierScore(at!, labels)).toBeGreaterThan(brierScore(best!, labels));
      expect(logLoss(at!, labels)).toBeGreaterThan(logLoss(best!, labels));
    }
  });
  it('refuse what is no forecast', () => {
    expect(() => brierScore([1.2], [1])).toThrow('probabilities[0] must be in [0, 1], got 1.2');
    expect(() => rocAuc([1], [2])).toThrow('labels[0] must be 0 or 1, got 2');
    expect(() => logLoss([], [])).toThrow('each score needs a label, got 0 scores and 0 labels');
  });
});

describe('Prometheus histograms', () => {
  const buckets = [
    [1, 4],
    [2, 4],
    [4, 10],
    [Infinity, 10],
  ] as const;
  it('rise with q, within the bucket they name', () => {
    let before = 0;
    for (let q = 0; q <= 1; q += 0.01) {
      const { value, lower, upper, capped } = histogramQuantile(buckets, q);
      expect(value).toBeGreaterThanOrEqual(before);
      expect(lower <= value && value <= upper && !capped).toBe(true);
      before = value;
    }
    expect(histogramQuantile(buckets, 0.7).value).toBeCloseTo(3, 12);
  });
  it('start at the bound when it is not above 0, and have no quantile without counts', () => {
    expect(
      histogramQuantile(
        [
          [-1, 5],
          [Infinity, 5],
        ],
        0.5,
      ).value,
    ).toBe(-1);
    expect(
      histogramQuantile(
        [
          [1, 0],
          [Infinity, 0],
        ],
        0.5,
      ).value,
    ).toBeNaN();
  });
  it('refuse buckets that are none', () => {
    expect(() => histogramQuantile([[1, 2]], 0.5)).toThrow('buckets must be at least 2, got 1');
    expect(() =>
      histogramQuantile(
        [
          [1, 2],
          [1, 3],
        ],
        0.5,
      ),
    ).toThrow('buckets[1] must have a bound > 1, got 1');
    expect(() =>
      histogramQuantile(
        [
          [1, 2],
          [2, 1],
        ],
        0.5,
      ),
    ).toThrow('buckets[1] must have a cumulative count >= 2, got 1');
    expect(() =>
      histogramQuantile(
        [
          [1, 2],
          [2, 3],
        ],
        0.5,
      ),
    ).toThrow('the last bucket must have the bound Infinity, got 2');
  });
});

describe('sketches', () => {
  it('DDSketch stays within α of the value at its rank, on both sides of 0, and merges exactly', () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: -1e6, max: 1e6, noNaN: true }), { minLength: 1, maxLength: 80 }),
        level,
        (values, q) => {
          const [whole, left, right] = [0, 0, 0].map(() => new DDSketch(0.02));
          values.forEach((value, i) => {
            whole!.add(value);
            (i % 3 ? left : right)!.add(value);
          });
          left!.merge(right!);
          const exact = [...values].sort((x, y) => x - y)[Math.floor(q * (values.length - 1))]!;
          const got = whole!.quantile(q);
          return (
            got === left!.quantile(q) &&
            Math.abs(got - exact) <= 0.0200001 * Math.abs(exact) + 1e-300 &&
            left!.count === values.length
          );
        },
      ),
    );
    expect(new DDSketch().quantile(0.5)).toBeNaN();
    expect(() => new DDSketch(0.01).merge(new DDSketch(0.02))).toThrow('alpha must be 0.01, got 0.02');
    expect(() => new DDSketch().add(Number.NaN)).toThrow('value must be a finite number, got NaN');
    expect(() => new DDSketch(1)).toThrow('alpha must be strictly between 0 and 1, got 1');
  });
  it('DDSketch takes few buckets for many values', () => {
    const sketch = new DDSketch(0.01);
    for (let i = 1; i <= 1e5; i++) sketch.add(i);
    sketch.add(0);
    expect(sketch.buckets).toBeLessThan(600);
    expect([sketch.min, sketch.max, sketch.sum]).toEqual([0, 1e5, 5000050000]);
  });
  it('HdrHistogram: every value lies in its equivalent range, which is at most 0.1 % wide', () => {
    const histogram = new HdrHistogram();
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 3_600_000_000 }), (value) => {
        const [low, high] = [histogram.lowestEquivalent(value), histogram.highestEquivalent(value)];
        const inside = low <= value && value <= high && high - low <= value / 1000;
        return (
          inside && histogram.lowestEquivalent(high) === low && histogram.highestEquivalent(low) === high
        );
      }),
    );
  });
  it('HdrHistogram: quantiles within a thousandth of the sample’s, merging exact', () => {
    const { service } = createStreams(3);
    const values = Array.from({ length: 5000 }, () => Math.floor(1e5 * service.exponential()));
    const [whole, left, right] = [0, 0, 0].map(() => new HdrHistogram());
    values.forEach((value, i) => {
      whole!.record(value);
      (i % 2 ? left : right)!.record(value);
    });
    left!.merge(right!);
    for (const p of [0, 0.1, 0.5, 0.99, 0.999, 1]) {
      const exact = quantile(values, p, 'nearest_rank');
      expect(Math.abs(whole!.quantile(p) - exact)).toBeLessThanOrEqual(exact / 1000);
      expect(left!.quantile(p)).toBe(whole!.quantile(p));
    }
    expect(whole!.mean).toBeCloseTo(mean(values), -2);
    expect([left!.min, left!.max, left!.count]).toEqual([Math.min(...values), Math.max(...values), 5000]);
    expect(new HdrHistogram().quantile(0.5)).toBeNaN();
  });
  it('HdrHistogram: the repair of coordinated omission puts back what was not sent', () => {
    const histogram = new HdrHistogram();
    histogram.recordCorrected(1000, 100);
    expect(histogram.count).toBe(10);
    expect([histogram.min, histogram.max]).toEqual([100, 1000]);
    histogram.recordCorrected(50, 0);
    expect(histogram.count).toBe(11);
  });
  it('HdrHistogram: a lowest value above 1 widens the unit', () => {
    const histogram = new HdrHistogram({ lowest: 1000, highest: 10_000_000, digits: 2 });
    expect(histogram.highestEquivalent(0) + 1).toBe(512);
    histogram.record(70_000, 3);
    expect(histogram.quantile(0.5)).toBeLessThanOrEqual(70_000 * 1.01);
    expect(() => new HdrHistogram().merge(histogram)).toThrow('shapes must agree');
  });
  it('HdrHistogram refuses what it cannot hold', () => {
    expect(() => new HdrHistogram({ highest: 1000 }).record(1001)).toThrow(
      'value must be <= highest = 1000, got 1001',
    );
    expect(() => new HdrHistogram({ digits: 6 })).toThrow('digits must be <= 5, got 6');
    expect(() => new HdrHistogram({ lowest: 10, highest: 15 })).toThrow(
      'highest must be an integer >= 20, got 15',
    );
    expect(() => new HdrHistogram().record(Number.NaN)).toThrow(RangeError);
  });
  it('t-digest: rank error shrinks in the tails, also when parts are merged', () => {
    const { service } = createStreams(8);
    const values = Float64Array.from({ length: 40_000 }, () => service.exponential());
    const whole = new TDigest();
    const parts = Array.from({ length: 8 }, () => new TDigest());
    values.forEach((value, i) => {
      whole.add(value);
      parts[i % 8]!.add(value);
    });
    for (const part of parts.slice(1)) parts[0]!.merge(part);
    const ordered = values.slice().sort();
    for (const digest of [whole, parts[0]!]) {
      expect(digest.count).toBe(40_000);
      for (const q of [0.001, 0.01, 0.5, 0.9, 0.99, 0.999]) {
        const rank = ordered.findIndex((value) => value >= digest.quantile(q)) / 40_000;
        expect(Math.abs(rank - q), `q ${q}`).toBeLessThan(0.02 * q * (1 - q) + 2 / 40_000);
      }
      expect([digest.quantile(0), digest.quantile(1)]).toEqual([ordered[0], ordered[39_999]]);
    }
  });
  it('t-digest: few values are kept as they are; quantiles rise', () => {
    const digest = new TDigest();
    expect(digest.quantile(0.5)).toBeNaN();
    for (const value of [5, 1, 3]) digest.add(value);
    expect([0, 0.25, 0.5, 1].map((q) => digest.quantile(q))).toEqual([1, 2, 3, 5]);
    fc.assert(
      fc.property(positive, level, level, (values, p, q) => {
        const sketch = new TDigest(20);
        for (const value of values) sketch.add(value);
        const [low, high] = [sketch.quantile(Math.min(p, q)), sketch.quantile(Math.max(p, q))];
        return low <= high && sketch.min <= low && high <= sketch.max;
      }),
    );
    const rounding = new TDigest(20); // its last step once came out a rounding above the maximum
    for (const value of [32791.904803997335, 104003.24421858836, 0.001]) rounding.add(value);
    expect(rounding.quantile(0.9999999999999999)).toBeLessThanOrEqual(rounding.max);
    expect(() => new TDigest(5)).toThrow('compression must be an integer >= 10, got 5');
    expect(() => digest.add(1, 0)).toThrow('weight must be > 0, got 0');
  });
});
