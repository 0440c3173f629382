import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createStreams } from '../../../src/engine/random/index.ts';
import { acceleration, bcaLevel } from '../../../src/engine/stats/bootstrapInterval.ts';
import {
  batchMeans,
  bootstrapInterval,
  CheckError,
  checkClose,
  checkTrue,
  clopperPearson,
  LogHistogram,
  mean,
  pairedDifference,
  quantile,
  quantileInterval,
  softmax,
  standardDeviation,
  standardError,
  variance,
  welchTest,
  wilsonInterval,
} from '../../../src/engine/stats/index.ts';
import { expectWithin, idsOf, oracles } from '../support/oracle.ts';

const oracle = oracles('statistics', 'release');

describe('description', () => {
  it('agrees with numpy and scipy', () => {
    const { inputs, expected, tol } = oracle('desc-lat10');
    expectWithin(mean(inputs.data), expected.mean, tol);
    expectWithin(variance(inputs.data, 0), expected.varPop, tol);
    expectWithin(variance(inputs.data), expected.varSample, tol);
    expectWithin(standardDeviation(inputs.data), expected.sdSample, tol);
    expectWithin(standardError(inputs.data), expected.sem, tol);
  });
  it('one value has no sample variance', () => {
    expect(variance([3])).toBeNaN();
    expect(variance([3], 0)).toBe(0);
    expect(() => mean([])).toThrow('values must hold at least one number, got none');
  });
  it('a mean far from 0 does not spoil the variance', () => {
    expect(variance([1e9 + 1, 1e9 + 2, 1e9 + 3])).toBe(1);
  });
});

describe('tests of means', () => {
  it('paired release comparison', () => {
    const { inputs, expected, tol } = oracle('gate-paired-delta');
    const got = pairedDifference(inputs.baseline, inputs.candidate);
    expectWithin(got.mean, expected.meanDelta, tol);
    expectWithin(got.standardError, expected.se, tol);
    expectWithin(got.t, expected.t, tol);
    expectWithin(got.pValue, expected.pTwoSided, tol);
    expectWithin(got.lower, expected.ci95[0], tol);
    expectWithin(got.upper, expected.ci95[1], tol);
  });
  it('Welch', () => {
    const { inputs, expected, tol } = oracle('welch-t');
    const got = welchTest(inputs.x, inputs.y);
    expectWithin(got.t, expected.t, tol);
    expectWithin(got.degrees, expected.df, tol);
    expectWithin(got.pValue, expected.p, tol);
    expectWithin(got.lower, expected.ci95[0], tol);
    expectWithin(got.upper, expected.ci95[1], tol);
    const heavy = oracle('welch-vs-mwu-heavy-tail');
    expectWithin(welchTest(heavy.inputs.x, heavy.inputs.y).pValue, heavy.expected.welchP, heavy.tol);
  });
  it('no spread, no verdict', () => {
    for (const id of ['welch-zero-variance', 'welch-n1']) {
      const { inputs } = oracle(id);
      expect(welchTest(inputs.x, inputs.y).pValue, id).toBeNaN();
    }
    expect(() => pairedDifference([1], [1, 2])).toThrow('a and b must be pairs, got 1 and 2 values');
    // pairs that all differ alike, and a single pair: a difference, but nothing to judge it by
    for (const got of [pairedDifference([1, 2, 3], [3, 4, 5]), pairedDifference([1], [3])]) {
      expect(got.mean).toBe(2);
      expect([got.t, got.pValue, got.lower, got.upper]).toEqual(new Array(4).fill(Number.NaN));
    }
    expect(pairedDifference([1, 2, 3], [3, 4, 5]).standardError).toBe(0);
  });
});

describe('intervals for a proportion', () => {
  it.each(idsOf('statistics', 'ci-prop-').filter((id) => id !== 'ci-prop-invalid'))('%s', (id) => {
    const { inputs, expected, tol } = oracle(id);
    const wilson = wilsonInterval(inputs.k, inputs.n, inputs.conf);
    const exact = clopperPearson(inputs.k, inputs.n, inputs.conf);
    expectWithin(wilson.lower, expected.wilson[0], tol);
    expectWithin(wilson.upper, expected.wilson[1], tol);
    expectWithin(exact.lower, expected.clopperPearson[0], tol);
    expectWithin(exact.upper, expected.clopperPearson[1], tol);
  });
  it('8 of 10, by an independent method', () => {
    const { inputs, expected, tol } = oracle('wilson-clopper');
    expectWithin(wilsonInterval(inputs.x, inputs.n).upper, expected.wilson[1], tol);
    expectWithin(clopperPearson(inputs.x, inputs.n).lower, expected.clopperPearson[0], tol);
  });
  it('refuse impossible counts', () => {
    const { inputs } = oracle('ci-prop-invalid');
    inputs.k.forEach((k: number, i: number) => {
      expect(() => wilsonInterval(k, inputs.n[i])).toThrow(RangeError);
      expect(() => clopperPearson(k, inputs.n[i])).toThrow(RangeError);
    });
    expect(() => wilsonInterval(11, 10)).toThrow('successes must be <= trials = 10, got 11');
  });
});

describe('interval for a quantile', () => {
  it.each(idsOf('statistics', 'ci-quantile'))('%s', (id) => {
    const { inputs, expected, tol } = oracle(id);
    const ranks = Array.from({ length: inputs.n }, (_, i) => i + 1);
    const got = quantileInterval(ranks, inputs.p, inputs.conf);
    expect(got.lower).toBe(expected.lowerIsInfinite ? -Infinity : expected.lowerRank1based);
    expect(got.upper).toBe(expected.upperIsInfinite ? Infinity : expected.upperRank1based);
    expectWithin(got.coverage, expected.coverage, tol);
  });
  it('covers at least as often as it says', () => {
    const { service } = createStreams(21);
    const truth = -Math.log(1 - 0.9);
    let covered = 0;
    for (let run = 0; run < 1000; run++) {
      const values = Float64Array.from({ length: 80 }, () => service.exponential());
      const { lower, upper } = quantileInterval(values, 0.9, 0.9);
      if (lower <= truth && truth <= upper) covered++;
    }
    expect(covered).toBeGreaterThanOrEqual(clopperPearson(900, 1000, 0.999).lower * 1000);
  });
});

describe('bootstrap', () => {
  it('its BCa parts agree with an enumeration of all 256 resamples', () => {
    const { inputs, expected, tol } = oracle('bootstrap-enumerated-256');
    const data = Float64Array.from(inputs.data);
    const all: number[] = [];
    for (const a of data)
      for (const b of data) for (const c of data) for (const d of data) all.push((a + b + c + d) / 4);
    const replicates = Float64Array.from(all).sort();
    const skew = acceleration(data, mean);
    expectWithin(skew, expected.acceleration, tol);
    const level = bcaLevel(replicates, mean(data), skew);
    const [low, high] = expected['bcaAlphas90(midrank)'];
    expectWithin(level(0.05), low, tol);
    expectWithin(level(0.95), high, tol);
    expectWithin(quantile(replicates, level(0.05)), expected['bca90(midrank)'][0], tol);
    expectWithin(quantile(replicates, level(0.95)), expected['bca90(midrank)'][1], tol);
    expectWithin(quantile(replicates, 0.05), expected.percentile90[0], tol);
  });
  it('a constant sample has a constant interval by both methods', () => {
    const { inputs } = oracle('bootstrap-constant');
    for (const method of ['percentile', 'bca'] as const) {
      const got = bootstrapInterval(inputs.data, mean, { resamples: inputs.B, method });
      expect(got).toEqual({ value: 3, lower: 3, upper: 3 });
    }
  });
  it('the same seed gives the same interval, another seed another', () => {
    const values = [1, 5, 2, 9, 4, 7, 7, 3];
    const run = (seed: number) => bootstrapInterval(values, mean, { seed, resamples: 300 });
    expect(run(1)).toEqual(run(1));
    expect(run(1)).not.toEqual(run(2));
  });
  it('for a mean it comes near Student’s interval', () => {
    const { service } = createStreams(4);
    const values = Float64Array.from({ length: 400 }, () => service.normal());
    const { lower, upper } = bootstrapInterval(values, mean, { resamples: 4000 });
    expect(Math.abs(lower - (mean(values) - 1.966 * standardError(values)))).toBeLessThan(0.01);
    expect(Math.abs(upper - (mean(values) + 1.966 * standardError(values)))).toBeLessThan(0.01);
  });
});

describe('batch means', () => {
  it('cover the mean of an autocorrelated sequence, where s/√n does not', () => {
    const { service } = createStreams(17);
    let batched = 0;
    let naive = 0;
    const runs = 300;
    for (let run = 0; run < runs; run++) {
      let state = 0;
      const values = Float64Array.from({ length: 4000 }, () => {
        state = 0.9 * state + service.normal();
        return state;
      });
      const { lower, upper } = batchMeans(values, { batches: 20 });
      if (lower <= 0 && 0 <= upper) batched++;
      if (Math.abs(mean(values)) < 1.96 * standardError(values)) naive++;
    }
    expect(clopperPearson(batched, runs, 0.999).upper).toBeGreaterThan(0.95);
    expect(naive / runs).toBeLessThan(0.6);
  });
  it('drop what does not fill a batch at the front', () => {
    expect([...batchMeans([100, 1, 3, 5, 7], { batches: 2 }).batches]).toEqual([2, 6]);
    expect(() => batchMeans([1], { batches: 2 })).toThrow(
      'values must hold at least batches = 2 numbers, got 1',
    );
  });
});

describe('softmax', () => {
  it('neither overflows nor trips over a mask', () => {
    for (const id of ['softmax-stable', 'softmax-masked']) {
      const { inputs, expected, tol } = oracle(id);
      softmax(inputs.logits).forEach((p, i) => {
        expectWithin(p, expected.p[i], tol, id);
      });
    }
    expect(() => softmax([-Infinity, -Infinity])).toThrow('z must hold at least one finite number, got none');
  });
  it('divides the logits by the temperature: hot is flat, cold is sharp', () => {
    softmax([1, 4, 2], 2).forEach((p, i) => {
      expect(p).toBeCloseTo(softmax([0.5, 2, 1])[i]!, 14);
    });
    expect(Math.max(...softmax([1, 4, 2], 1e9))).toBeCloseTo(1 / 3, 6);
    expect(softmax([1, 4, 2], 1e-9)).toEqual([0, 1, 0]);
    expect(() => softmax([1, Infinity])).toThrow('z[1] must be a number < Infinity, got Infinity');
  });
  it('sums to 1 and does not see a shift of all logits', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -50, max: 50 }), { minLength: 1, maxLength: 9 }), (z) => {
        const p = softmax(z, 2);
        const shifted = softmax(
          z.map((x) => x + 1000),
          2,
        );
        const total = p.reduce((a, b) => a + b, 0);
        return Math.abs(total - 1) < 1e-12 && p.every((x, i) => Math.abs(x - shifted[i]!) < 1e-12);
      }),
    );
  });
});

describe('checks', () => {
  it('leave a PASS line', () => {
    expect(checkTrue(true, 'edges')).toEqual({ name: 'edges', passed: true, message: 'PASS edges' });
    expect(checkClose(148.5 + 1e-10, 148.5, 1e-8, 'p95').message).toBe('PASS p95');
    expect(checkClose(Infinity, Infinity).passed).toBe(true);
  });
  it('throw the FAIL line', () => {
    expect(() => checkTrue(false, 'downstream')).toThrow('FAIL downstream: expected true, got false');
    expect(() => checkClose(1, 2, 0.5, 'mean')).toThrow('FAIL mean: expected 2 ± 0.5, got 1');
    expect(() => checkClose(Number.NaN, 1)).toThrow(CheckError);
    // @ts-expect-error: a count is no verdict
    expect(() => checkTrue(1, 'count')).toThrow(CheckError);
  });
});

describe('log histogram', () => {
  it('quantiles stay within a bucket of the sample’s own, and merging is exact', () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: 1e-6, max: 1e6, noNaN: true }), { minLength: 1, maxLength: 200 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (values, p) => {
          const whole = new LogHistogram();
          const left = new LogHistogram();
          const right = new LogHistogram();
          values.forEach((value, i) => {
            whole.add(value);
            (i % 2 ? left : right).add(value);
          });
          left.merge(right);
          const exact = quantile(values, p, 'inverted_cdf');
          return whole.quantile(p) === left.quantile(p) && Math.abs(whole.quantile(p) / exact - 1) < 0.0079;
        },
      ),
    );
    expect(new LogHistogram().quantile(0.5)).toBeNaN();
  });
});
