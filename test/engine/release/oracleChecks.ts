import { expect } from 'vitest';
import {
  bothWindowsBurn,
  boundaryCrossing,
  burnRate,
  burnRateThreshold,
  canaryScore,
  detectionTime,
  errorBudget,
  groupSequential,
  kayentaClassify,
  measuredBurnRate,
  msprt,
  multiWindowAlert,
  sampleRatio,
} from '../../../src/engine/release/index.ts';
import type { Checks } from '../stats/oracleChecks.ts';
import { expectWithin, type Oracle } from '../support/oracle.ts';

const kayenta = ({ inputs: { experiment, control, conf, tolerance }, expected, tol }: Oracle): void => {
  const got = kayentaClassify(control, experiment, { confidence: conf, tolerance });
  expect(got.classification).toBe(expected.kayentaClass);
  expectWithin(got.lower, expected.ci[0], tol);
  expectWithin(got.upper, expected.ci[1], tol);
  expectWithin(got.pValue, expected.p, { abs: 1e-12, rel: 1e-9 });
  if (expected.bound !== undefined) expectWithin(got.bound, expected.bound, tol);
  if (expected.hodgesLehmannEstimate !== undefined)
    expectWithin(got.estimate, expected.hodgesLehmannEstimate, tol);
};

export const checks: Checks = {
  'srm-check': ({ inputs: { observed, expectedSplit }, expected, tol }) => {
    const got = sampleRatio(observed, expectedSplit);
    expectWithin(got.statistic, expected.stat, tol);
    expectWithin(got.pValue, expected.p, tol);
    expect(got.mismatch).toBe(false); // at 0.001; at 0.01 it would be
    expect(sampleRatio(observed, expectedSplit, 0.01).mismatch).toBe(true);
  },
  'kayenta-7of10-outage-passes': kayenta,
  'kayenta-8of10-outage-high': kayenta,
  'kayenta-critical': ({ inputs, expected }) => {
    const metrics = inputs.classifications.map((text: string) => ({
      classification: text.replace('(critical)', ''),
      critical: text.endsWith('(critical)'),
    }));
    const { score, class: verdict } = canaryScore(metrics);
    expect({ summary: score, class: verdict }).toEqual(expected);
  },
  'msprt-two-sample': ({ inputs: { a, b, sigma2, tau2 }, expected, tol }) => {
    const got = msprt({ baseline: a, candidate: b, variance: sigma2, mixingVariance: tau2 });
    expected.lambda.forEach((value: number, i: number) => {
      expectWithin(got.lambda[i] ?? Number.NaN, value, tol);
      expectWithin(got.pValue[i] ?? Number.NaN, expected.alwaysValidP[i], tol);
    });
  },
  'group-seq-constants': ({ inputs: { alpha, K }, expected, tol }) => {
    for (const looks of K) {
      const { pocockC, obfC, obfZ } = expected[`K${looks}`];
      expectWithin(groupSequential({ looks, alpha, spending: 'pocock' }).constant, pocockC, tol);
      const { constant, z } = groupSequential({ looks, alpha, spending: 'obrienFleming' });
      expectWithin(constant, obfC, tol);
      obfZ.forEach((bound: number, i: number) => {
        expectWithin(z[i] ?? Number.NaN, bound, tol);
      });
    }
  },
  'group-sequential-5': ({ inputs: { looks, alpha }, expected, tol }) => {
    const pocock = groupSequential({ looks, alpha, spending: 'pocock' });
    expectWithin(pocock.constant, expected.pocock, tol);
    expectWithin(groupSequential({ looks, alpha }).constant, expected.obrienFleming, tol);
    expect(boundaryCrossing(pocock.z).total).toBeCloseTo(alpha, 10);
  },
  'burn-rate-thresholds': ({ inputs: { periodDays, budgetFraction, windowH }, expected, tol }) => {
    budgetFraction.forEach((budgetShare: number, i: number) => {
      const got = burnRateThreshold({ budgetShare, windowHours: windowH[i], periodDays });
      expectWithin(got, expected.burn[i], tol);
    });
  },
  'burn-multiwindow-and': ({ inputs: { longBurn, shortBurn, threshold }, expected }) => {
    expect(bothWindowsBurn({ longBurn, shortBurn, threshold })).toBe(expected.fires);
    expect(bothWindowsBurn({ longBurn, shortBurn: 20, threshold })).toBe(true);
  },
  'burn-zero-traffic': ({ inputs: { slo, errors, total }, expected }) => {
    const got = measuredBurnRate({ errors, total, objective: slo });
    expect(got.errorRate).toBe(expected.errorRate);
    expect(bothWindowsBurn({ longBurn: got.burnRate, shortBurn: got.burnRate, threshold: 1 })).toBe(
      expected.fires,
    );
    expect(burnRate({ errorRate: got.errorRate, objective: slo })).toBeNaN();
    expect(multiWindowAlert([{ time: 0, total, errors }], { objective: slo }).fires).toBe(expected.fires);
  },
  'burn-low-traffic': ({ inputs: { slo, errors, total }, expected, tol }) => {
    const got = measuredBurnRate({ errors, total, objective: slo });
    expectWithin(got.burnRate, expected.burnRate, tol);
    expectWithin(got.lower * (1 - slo), expected.wilson95[0], tol);
    expectWithin(got.upper * (1 - slo), expected.wilson95[1], tol);
  },
  'error-budget-minutes': ({ inputs: { slo, periodDays }, expected, tol }) => {
    slo.forEach((objective: number, i: number) => {
      expectWithin(errorBudget({ objective, periodDays }).minutes, expected.minutes[i], tol);
    });
  },
  'burn-detect-time': ({ inputs: { slo, burn, errorRate }, expected, tol }) => {
    errorRate.forEach((rate: number, i: number) => {
      const got = detectionTime({ objective: slo, threshold: burn, windowSeconds: 3600, errorRate: rate });
      expectWithin(got, expected[i], tol);
    });
  },
};
