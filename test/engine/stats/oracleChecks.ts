import { expect } from 'vitest';
import { acceleration, bcaLevel } from '../../../src/engine/stats/bootstrapInterval.ts';
import type { Interval } from '../../../src/engine/stats/index.ts';
import {
  agrestiCoull,
  andersonDarling,
  averagePrecision,
  bootstrapInterval,
  brierScore,
  calibrationError,
  choose,
  clopperPearson,
  coefficientOfVariation,
  cohenD,
  contingencyTest,
  cosineSimilarity,
  cramerVonMises,
  DDSketch,
  excessKurtosis,
  exponentialSmoothing,
  fisherExact,
  geometricMean,
  HdrHistogram,
  harmonicMean,
  histogramQuantile,
  interquartileRange,
  jeffreysInterval,
  ksTest,
  locationShift,
  logLoss,
  logSumExp,
  mannWhitney,
  mean,
  median,
  medianAbsoluteDeviation,
  newcombeInterval,
  omitNaN,
  orderStatisticRanks,
  pairedDifference,
  percentile,
  permutationTest,
  proportionTest,
  quantile,
  quantileMethods,
  quantiles,
  rocAuc,
  skewness,
  softmax,
  standardDeviation,
  standardError,
  studentTest,
  sum,
  TDigest,
  trimmedMean,
  variance,
  waldInterval,
  welchTest,
  wilcoxonSigned,
  wilsonInterval,
  winsorizedMean,
} from '../../../src/engine/stats/index.ts';
import { expectWithin, idsOf, type Oracle } from '../support/oracle.ts';

/** What each reference value of statistics asks, by id; `also` holds those of a prefix. */
export type Checks = Record<string, (oracle: Oracle) => void>;

const methodOf = (name: string) =>
  name.startsWith('nearest-rank') ? 'nearest_rank' : quantileMethods.find((method) => method === name);

const expectInterval = (
  { lower, upper }: Interval,
  expected: number[],
  tol: Oracle['tol'],
  what = '',
): void => {
  expectWithin(lower, expected[0] ?? 0, tol, `${what} lower`);
  expectWithin(upper, expected[1] ?? 0, tol, `${what} upper`);
};

const expectAll = (got: Record<string, number>, { expected, tol, id }: Oracle): void => {
  expect(Object.keys(got).sort(), id).toEqual(Object.keys(expected).sort());
  for (const [name, value] of Object.entries(got)) expectWithin(value, expected[name], tol, `${id} ${name}`);
};

const percentiles = ({ inputs, expected, tol, id }: Oracle): void => {
  const before = [...inputs.data];
  const method = methodOf(inputs.method);
  expect(method, inputs.method).toBeDefined();
  inputs.p.forEach((q: number, i: number) => {
    expectWithin(percentile(inputs.data, q, method), expected[i], tol, `${id} p${q}`);
  });
  expect(inputs.data).toEqual(before);
};

const special = ['pct-nan-omitted', 'pct-out-of-range', 'pct-1e6-permutation'];
const plainPercentiles = idsOf('statistics', 'pct-').filter((id) => !special.includes(id));

const proportions = ({ inputs: { k, n, conf }, expected, tol }: Oracle): void => {
  const calls = {
    wilson: wilsonInterval,
    clopperPearson,
    jeffreys: jeffreysInterval,
    agrestiCoull,
    wald: waldInterval,
  };
  expect(Object.keys(calls).sort()).toEqual(Object.keys(expected).sort());
  for (const [name, call] of Object.entries(calls))
    expectInterval(call(k, n, conf), expected[name], tol, name);
};

const ranks = ({ inputs: { n, p, conf }, expected, tol }: Oracle): void => {
  const got = orderStatisticRanks(n, p, conf);
  expect(got.lowerRank).toBe(expected.lowerRank1based);
  expect(got.upperRank).toBe(expected.upperRank1based);
  expect(got.upperRank > n).toBe(expected.upperIsInfinite);
  expectWithin(got.coverage, expected.coverage, tol);
};

export const checks: Checks = {
  ...Object.fromEntries(plainPercentiles.map((id) => [id, percentiles])),
  'pct-nan-omitted': ({ inputs, expected }) => {
    const { values, omitted } = omitNaN(inputs.data);
    expect(omitted).toBe(1);
    expect(percentile(values, inputs.p[0])).toBe(expected[0]);
    expect(() => percentile(inputs.data, 50)).toThrow('values must be numbers, got NaN');
  },
  'pct-out-of-range': ({ inputs }) => {
    for (const q of inputs.p)
      expect(() => percentile(inputs.data, q)).toThrow(`q must be in [0, 100], got ${q}`);
  },
  'pct-1e6-permutation': ({ inputs, expected, tol }) => {
    const values = Float64Array.from({ length: 1e6 }, (_, i) => (i * 7919) % 1e6);
    const levels = inputs.p.map((q: number) => q / 100);
    quantiles(values, levels).forEach((got, i) => {
      expectWithin(got, expected[i], tol);
    });
  },
  'hist-quantile-prometheus': ({ inputs, expected, tol }) => {
    const buckets = inputs.buckets.map(([bound, count]: [number | string, number]) => [
      bound === '+Inf' ? Infinity : bound,
      count,
    ]);
    const got = inputs.q.map((q: number) => histogramQuantile(buckets, q));
    got.forEach(({ value }: { value: number }, i: number) => {
      expectWithin(value, expected[i], tol);
    });
    expect(got.map(({ capped }: { capped: boolean }) => capped)).toEqual([false, false, false, true]);
  },
  'desc-lat10': (oracle) => {
    const { data } = oracle.inputs;
    expectAll(
      {
        mean: mean(data),
        varPop: variance(data, 0),
        varSample: variance(data),
        sdSample: standardDeviation(data),
        sem: standardError(data),
        median: median(data),
        mad: medianAbsoluteDeviation(data),
        iqr: interquartileRange(data),
        cv: coefficientOfVariation(data),
        gmean: geometricMean(data),
        hmean: harmonicMean(data),
        skewBiased: skewness(data),
        skewUnbiased: skewness(data, { unbiased: true }),
        kurtExcessBiased: excessKurtosis(data),
        trimmedMean10pct: trimmedMean(data, 0.1),
        winsorMean10pct: winsorizedMean(data, 0.1),
      },
      oracle,
    );
  },
  'gate-paired-delta': ({ inputs, expected, tol }) => {
    const got = pairedDifference(inputs.baseline, inputs.candidate);
    expectWithin(got.mean, expected.meanDelta, tol);
    expectWithin(got.standardError * Math.sqrt(5), expected.sdDelta, tol);
    expectWithin(got.standardError, expected.se, tol);
    expectWithin(got.t, expected.t, tol);
    expect(got.degrees).toBe(expected.df);
    expectWithin(got.pValue, expected.pTwoSided, tol);
    expectInterval(got, expected.ci95, tol);
    expectWithin(mean(inputs.baseline), expected.meanBaseline, tol);
    expectWithin(mean(inputs.candidate), expected.meanCandidate, tol);
  },
  'var-n1': (oracle) => {
    expectAll({ varPop: variance(oracle.inputs.data, 0), varSample: variance(oracle.inputs.data) }, oracle);
  },
  'sum-kahan': (oracle) => expectAll({ sum: sum(oracle.inputs.data) }, oracle),
  'sum-1e6-tenths': (oracle) => {
    const tenths = new Float64Array(1e6).fill(0.1);
    expectAll({ sum: sum(tenths), mean: mean(tenths) }, oracle);
  },
  'ewma-values': ({ inputs, expected, tol }) => {
    exponentialSmoothing(inputs.data, inputs.alpha).forEach((got, i) => {
      expectWithin(got, expected[i], tol);
    });
  },
  'ks2-ties': (oracle) => ksMethods(oracle),
  'ks2-identical': (oracle) => ksMethods(oracle),
  'ks2-nan': ({ inputs }) => {
    expect(() => ksTest(inputs.a, inputs.b)).toThrow('a must be numbers, got NaN');
  },
  'cvm-ad-2samp': (oracle) => {
    const { a, b } = oracle.inputs;
    const exact = cramerVonMises(a, b);
    expect(exact.method).toBe('exact');
    expectAll(
      {
        cvm: exact.statistic,
        cvmPAsymp: cramerVonMises(a, b, { method: 'asymptotic' }).pValue,
        cvmPExact: exact.pValue,
        adStat: andersonDarling(a, b).statistic,
      },
      oracle,
    );
  },
  'mwu-kayenta-ci98': ({ inputs: { experiment, control, conf }, expected, tol }) => {
    const got = locationShift(experiment, control, conf);
    expectInterval(got, expected.ci, tol);
    expectWithin(got.estimate, expected.estimate, tol);
    expectWithin(mannWhitney(experiment, control, { method: 'asymptotic' }).pValue, expected.p, tol);
  },
  'mwu-ties': ({ inputs: { x, y }, expected, tol }) => {
    const got = mannWhitney(x, y);
    expect(got.method).toBe('asymptotic');
    expectWithin(got.statistic, expected.U_x, tol);
    expectWithin(got.pValue, expected.pAsympContinuityTieCorrected, tol);
    expect(() => mannWhitney(x, y, { method: 'exact' })).toThrow('method exact needs values without ties');
  },
  'mwu-n1': ({ inputs: { x, y }, expected, tol }) => {
    const got = mannWhitney(x, y);
    expect(got.statistic).toBe(expected.U_x);
    expectWithin(got.pValue, expected.pExact, tol);
  },
  'welch-t': ({ inputs: { x, y }, expected, tol }) => {
    const [welch, student] = [welchTest(x, y), studentTest(x, y)];
    expectWithin(welch.t, expected.t, tol);
    expectWithin(welch.degrees, expected.df, tol);
    expectWithin(welch.pValue, expected.p, tol);
    expectInterval(welch, expected.ci95, tol);
    expectWithin(student.t, expected.studentT, tol);
    expectWithin(student.pValue, expected.studentP, tol);
    expectWithin(cohenD(x, y), expected.cohenD, tol);
  },
  'welch-zero-variance': ({ inputs: { x, y } }) => {
    const { t, pValue, lower } = welchTest(x, y);
    expect([t, pValue, lower]).toEqual([Number.NaN, Number.NaN, Number.NaN]);
  },
  'welch-n1': ({ inputs: { x, y } }) => {
    expect(welchTest(x, y).pValue).toBeNaN();
  },
  'wilcoxon-signed': ({ inputs: { x, y }, expected, tol }) => {
    const got = wilcoxonSigned(x, y);
    expect(got.statistic).toBe(expected.W);
    expectWithin(got.pValue, expected.pExact, tol);
  },
  'perm-exact-252': ({ inputs: { a, b }, expected, tol }) => {
    const got = permutationTest(a, b);
    expect([got.permutations, got.exact]).toEqual([expected.nPerm, true]);
    expectWithin(got.statistic, expected.diff, tol);
    expectWithin(got.pValue, expected.p, tol);
    expect(choose(10, 5)).toBe(252);
  },
  'prop-z': ({ inputs: { k, n }, expected, tol }) => {
    const counts = [0, 1].map((i) => ({ successes: k[i], trials: n[i] }));
    const got = proportionTest(counts[0]!, counts[1]!);
    expectWithin(got.z, expected.z, tol);
    expectWithin(got.pValue, expected.p, tol);
    const rows: [[number, number], [number, number]] = [
      [k[0], n[0] - k[0]],
      [k[1], n[1] - k[1]],
    ];
    expectWithin(fisherExact(rows).pValue, expected.fisherP, tol);
    const yates = contingencyTest(rows, { yates: true });
    expectWithin(yates.statistic, expected.chi2Yates, tol);
    expectWithin(yates.pValue, expected.chi2YatesP, tol);
    expectWithin(contingencyTest(rows).statistic, expected.z * expected.z, tol);
  },
  'two-proportion-z': ({ inputs: { control, canary }, expected, tol }) => {
    const counts = (pair: [number, number]) => ({ successes: pair[0], trials: pair[1] });
    const got = proportionTest(counts(canary), counts(control));
    expectWithin(got.z, expected.z, tol);
    expectWithin(got.pValue, expected.p, tol);
  },
  'ci-prop-0-of-10': proportions,
  'ci-prop-10-of-10': proportions,
  'ci-prop-1-of-1000': proportions,
  'ci-prop-invalid': ({ inputs }) => {
    for (const call of [wilsonInterval, clopperPearson, jeffreysInterval, agrestiCoull, waldInterval])
      inputs.k.forEach((k: number, i: number) => {
        expect(() => call(k, inputs.n[i]), `${call.name}(${k}, ${inputs.n[i]})`).toThrow(RangeError);
      });
  },
  'wilson-clopper': ({ inputs: { x, n }, expected, tol }) => {
    expectInterval(wilsonInterval(x, n), expected.wilson, tol);
    expectInterval(clopperPearson(x, n), expected.clopperPearson, tol);
  },
  'ci-newcombe': ({ inputs: { k1, n1, k2, n2 }, expected, tol }) => {
    const got = newcombeInterval({ successes: k1, trials: n1 }, { successes: k2, trials: n2 });
    expectInterval(got, expected.ci, tol);
  },
  'ci-quantile-orderstat-100-0.5': ranks,
  'ci-quantile-orderstat-100-0.95': ranks,
  'ci-quantile-orderstat-1000-0.99': ranks,
  'ci-quantile-orderstat-50-0.99': ranks,
  'bootstrap-enumerated-256': ({ inputs, expected, tol }) => {
    const data = Float64Array.from(inputs.data);
    const all = [...data].flatMap((a) =>
      [...data].flatMap((b) => [...data].flatMap((c) => [...data].map((d) => (a + b + c + d) / 4))),
    );
    const replicates = Float64Array.from(all).sort();
    expect(replicates.length).toBe(expected.nResamples);
    expectWithin(mean(replicates), expected.bootMean, tol);
    expectWithin(standardDeviation(replicates, 0), expected['bootSe(ddof0)'], tol);
    expectWithin(quantile(replicates, 0.05), expected.percentile90[0], tol);
    expectWithin(quantile(replicates, 0.95), expected.percentile90[1], tol);
    const skew = acceleration(data, mean);
    expectWithin(skew, expected.acceleration, tol);
    const level = bcaLevel(replicates, mean(data), skew);
    expectInterval({ lower: level(0.05), upper: level(0.95) }, expected['bcaAlphas90(midrank)'], tol);
    const bca = { lower: quantile(replicates, level(0.05)), upper: quantile(replicates, level(0.95)) };
    expectInterval(bca, expected['bca90(midrank)'], tol);
  },
  'bootstrap-constant': ({ inputs, expected }) => {
    for (const method of ['percentile', 'bca'] as const) {
      const { lower, upper } = bootstrapInterval(inputs.data, mean, { resamples: inputs.B, method });
      expect([lower, upper]).toEqual(expected.percentile95);
    }
  },
  'softmax-stable': ({ inputs, expected, tol }) => {
    softmax(inputs.logits).forEach((p, i) => {
      expectWithin(p, expected.p[i], tol);
    });
    expectWithin(logSumExp(inputs.logits), expected.logSumExp, tol);
  },
  'softmax-masked': ({ inputs, expected, tol }) => {
    softmax(inputs.logits).forEach((p, i) => {
      expectWithin(p, expected.p[i], tol);
    });
    expect(() => softmax([-Infinity, -Infinity])).toThrow('z must hold at least one finite number, got none');
  },
  'calibration-auc': (oracle) => {
    const { p, y, bins } = oracle.inputs;
    expectAll(
      {
        ece: calibrationError(p, y, { bins }),
        brier: brierScore(p, y),
        logLoss: logLoss(p, y),
        rocAuc: rocAuc(p, y),
        avgPrecision: averagePrecision(p, y),
      },
      oracle,
    );
  },
  'logloss-p0': (oracle) => {
    const { p, y } = oracle.inputs;
    expectAll({ unclipped: logLoss(p, y), 'clipped1e-15': logLoss(p, y, { clip: 1e-15 }) }, oracle);
  },
  'cosine-zero': (oracle) => expectAll({ cos: cosineSimilarity(oracle.inputs.a, oracle.inputs.b) }, oracle),
  'hdr-equivalent-ranges': ({ inputs, expected }) => {
    const histogram = new HdrHistogram({ digits: inputs.sigDigits });
    expect(inputs.values.map((v: number) => histogram.lowestEquivalent(v))).toEqual(
      expected.lowestEquivalent,
    );
    expect(inputs.values.map((v: number) => histogram.highestEquivalent(v))).toEqual(
      expected.highestEquivalent,
    );
  },
  'hdr-negative': ({ inputs }) => {
    expect(() => new HdrHistogram().record(inputs.value)).toThrow('value must be >= 0, got -5');
  },
  'hdr-counts-length': ({ inputs: { lowest, highest, digits }, expected }) => {
    const { subBuckets, buckets, countsLength } = new HdrHistogram({ lowest, highest, digits });
    expect({ subBuckets, buckets, countsLength }).toEqual(expected);
  },
  'ddsketch-lat10': ({ inputs, expected, tol }) => {
    const sketch = new DDSketch(inputs.alpha);
    for (const value of inputs.data) sketch.add(value);
    inputs.q.forEach((q: number, i: number) => {
      expectWithin(sketch.quantile(q), expected.values[i], tol);
      const exact = quantile(inputs.data, q, 'lower');
      expect(Math.abs(sketch.quantile(q) / exact - 1)).toBeLessThanOrEqual(expected.maxRelErrorVsLowerRank);
    });
  },
  'ddsketch-1e5-merge': ({ inputs, expected, tol }) => {
    const [whole, low, high] = [0, 0, 0].map(() => new DDSketch(inputs.alpha));
    for (let i = 1; i <= 1e5; i++) {
      whole!.add(i);
      (i <= 5e4 ? low : high)!.add(i);
    }
    low!.merge(high!);
    inputs.q.forEach((q: number, i: number) => {
      expectWithin(whole!.quantile(q), expected.single[i], tol);
      expectWithin(low!.quantile(q), expected.merged[i], tol);
    });
  },
  'tdigest-perm1e5': ({ inputs, expected, tol }) => {
    const digest = new TDigest();
    for (let i = 0; i < 1e5; i++) digest.add((i * 7919) % 1e5);
    inputs.p.forEach((p: number, i: number) => {
      expectWithin(digest.quantile(p), expected.values[i], tol, `p${p}`);
    });
    expect([digest.quantile(0), digest.quantile(1)]).toEqual([0, 99999]);
    expect(digest.centroids().length).toBeLessThan(2000);
  },
  'welch-vs-mwu-heavy-tail': ({ inputs: { x, y }, expected, tol }) => {
    expectWithin(welchTest(x, y).t, expected.welchT, tol);
    expectWithin(welchTest(x, y).pValue, expected.welchP, tol);
    expectWithin(mannWhitney(x, y).pValue, expected.mwuPExact, tol);
  },
};

const ksMethods = (oracle: Oracle): void => {
  const { a, b } = oracle.inputs;
  expectAll(
    {
      D: ksTest(a, b).statistic,
      pExact: ksTest(a, b, { method: 'exact' }).pValue,
      pAsympScipy: ksTest(a, b, { method: 'asymptotic' }).pValue,
      'pKolmogorovSqrtEn*D': ksTest(a, b, { method: 'limit' }).pValue,
      'pStephens(en+0.12+0.11/en)': ksTest(a, b, { method: 'stephens' }).pValue,
    },
    oracle,
  );
};
