import { expect } from 'vitest';
import {
  adwin,
  bhattacharyya,
  binned,
  chiSquareTest,
  cramersV,
  cusum,
  type Detector,
  ddm,
  energyDistance,
  hellinger,
  jsDistance,
  jsDivergence,
  klDivergence,
  ksTest,
  kswin,
  largestShift,
  mmd,
  pageHinkley,
  psi,
  shewhart,
  totalVariation,
  wasserstein1,
} from '../../../src/engine/drift/index.ts';
import type { Checks } from '../stats/oracleChecks.ts';
import { expectWithin, oracles } from '../support/oracle.ts';

const statistics = oracles('statistics');

/** Where a detector fires on a stream; one digit a value when the stream is text. */
export const detections = (detector: Detector<object>, stream: string | ArrayLike<number>): number[] => {
  for (const value of Array.from<string | number>(stream)) detector.update(Number(value));
  expect(detector.clock.seen).toBe(stream.length);
  return [...detector.clock.detections];
};

export const checks: Checks = {
  'psi-additive-eps': ({ inputs, expected, tol }) => {
    const options = { epsilon: inputs.eps, smoothing: inputs.mode, renormalize: false };
    expectWithin(psi(inputs.ref, inputs.cur, options), expected.psi, tol);
  },
  'psi-symmetric': ({ inputs: { ref, cur }, expected, tol }) => {
    expectWithin(psi(ref, cur), expected.psi, tol);
    expectWithin(psi(cur, ref), expected.psi, tol);
    expectWithin(klDivergence(ref, cur) + klDivergence(cur, ref), expected.psi, tol);
  },
  'psi-zero-bins-policies': ({ inputs: { ref, cur }, expected, tol }) => {
    const floor = (epsilon: number) => psi(ref, cur, { epsilon, renormalize: false });
    expectWithin(floor(1e-8), expected['floor1e-8'], tol);
    expectWithin(floor(1e-6), expected['floor1e-6'], tol);
    expectWithin(floor(1e-4), expected['floor1e-4(Evidently when min nonzero>1e-4)'], tol);
    expectWithin(floor(0.01), expected['floor0.01(deepchecks PSI_MIN_PERCENTAGE)'], tol);
    expectWithin(psi(ref, cur), expected['floor1e-8Renorm'], tol);
    expectWithin(psi(ref, cur, { smoothing: 'none' }), expected.noFloor, tol);
  },
  'psi-4bins': ({ inputs, expected, tol }) =>
    expectWithin(psi(inputs.expected, inputs.actual), expected, tol),
  'kl-nats': ({ inputs: { p, q }, expected, tol }) => {
    expectWithin(klDivergence(p, q), expected.kl_pq, tol);
    expectWithin(klDivergence(q, p), expected.kl_qp, tol);
    expectWithin(klDivergence(p, q, { base: 2 }), expected.kl_pq_bits, tol);
  },
  'kl-zero-q': ({ inputs: { p, q }, expected, tol }) => {
    expectWithin(klDivergence(p, q), expected.kl_pq, tol);
    expectWithin(klDivergence(q, p), expected.kl_qp, tol);
  },
  'js-basic': ({ inputs: { p, q }, expected, tol }) => {
    expectWithin(jsDivergence(p, q), expected.jsDivNats, tol);
    expectWithin(jsDivergence(p, q, { base: 2 }), expected.jsDivBits, tol);
    expectWithin(jsDistance(p, q), expected.jsDistNats, tol);
    expectWithin(jsDistance(p, q, { base: 2 }), expected.jsDistBits, tol);
  },
  'js-4bins': ({ inputs: { p, q }, expected, tol }) => {
    expectWithin(jsDivergence(p, q, { base: 2 }), expected.divergenceBits, tol);
    expectWithin(jsDistance(p, q, { base: 2 }), expected.distance, tol);
    expectWithin(klDivergence(p, q), expected.klNats, tol);
  },
  'hellinger-tvd-linf': ({ inputs: { p, q }, expected, tol }) => {
    expectWithin(hellinger(p, q), expected.hellinger, tol);
    expectWithin(totalVariation(p, q), expected.tvd, tol);
    expectWithin(largestShift(p, q), expected.linf, tol);
    expectWithin(bhattacharyya(p, q), expected.bhattacharyya, tol);
  },
  'chi2-gof-evidently-style': ({ inputs, expected, tol }) => {
    const got = chiSquareTest(inputs.curCounts, inputs.refCounts);
    expectWithin(got.statistic, expected.stat, tol);
    expect(got.degrees).toBe(expected.df);
    expectWithin(got.pValue, expected.p, tol);
  },
  'cramers-v-bias-corrected': ({ inputs: { refCounts, curCounts }, expected, tol }) => {
    expectWithin(cramersV(refCounts, curCounts), expected.v, tol);
    expectWithin(cramersV(refCounts, curCounts, { biasCorrected: true }), expected.vCorrected, tol);
  },
  wasserstein1: ({ inputs: { u, v }, expected, tol }) => {
    expectWithin(wasserstein1(u, v), expected.w1, tol);
    expectWithin(wasserstein1(u, v, { standardize: true }), expected['normedByRefSd(ddof0)'], tol);
    expectWithin(energyDistance(u, v), expected.energy, tol);
  },
  'wasserstein1-unequal-n': ({ inputs: { u, v }, expected, tol }) => {
    expectWithin(wasserstein1(u, v), expected.w1, tol);
  },
  'wasserstein1-weighted': ({ inputs: { u, v, uw, vw }, expected, tol }) => {
    expectWithin(wasserstein1(u, v, { weightsA: uw, weightsB: vw }), expected.w1, tol);
  },
  'wasserstein1-shift': ({ expected, tol }) => {
    const u = Float64Array.from({ length: 1e6 }, (_, i) => i / 1e6);
    const v = u.map((x) => x + 0.25);
    expectWithin(wasserstein1(u, v), expected.w1, tol);
  },
  'psi-binning-decile-vs-sturges': ({ inputs: { ref, cur }, expected, tol }) => {
    const evidently = { epsilon: 1e-4, renormalize: false };
    const deciles = binned(ref, cur);
    deciles.edges.forEach((edge, i) => {
      expectWithin(edge, expected.decileEdges[i], tol);
    });
    deciles.current.forEach((share, i) => {
      expectWithin(share, expected.curDecileFreq[i], tol);
    });
    expect(deciles.outside).toBe(expected.nOutOfRefRange);
    const open = psi(deciles.reference, deciles.current, evidently);
    expectWithin(open, expected['psiRefDeciles(open ends, floor 1e-4)'], tol);
    const distance = jsDistance(deciles.reference, deciles.current, { epsilon: 0, base: 2 });
    expectWithin(distance, expected.jsDistBase2Deciles, tol);
    const sturges = binned(ref, cur, { method: 'sturges' });
    expect(sturges.reference.length).toBe(expected.sturgesBins);
    const union = psi(sturges.reference, sturges.current, evidently);
    expectWithin(union, expected['psiEvidently(sturges on union, fill 1e-4)'], tol);
    const closed = binned(ref, cur, { outside: 'drop' });
    const raw = Array.from(closed.current, (c, i) => [Math.max(1e-4, c), closed.reference[i]!] as const);
    const dropped = raw.reduce((all, [c, r]) => all + (c - r) * Math.log(c / r), 0); // shares that do not sum to 1
    expectWithin(dropped, expected['psiRefDeciles_outOfRangeDropped(bug)'], tol);
  },
  'mmd2-unbiased': ({ inputs: { x, y, sigma }, expected, tol }) => {
    expectWithin(mmd(x, y, { bandwidth: sigma }).squared, expected.mmd2, tol);
  },
  'adwin-constant': ({ expected }) => {
    expect(detections(adwin(), new Float64Array(5000).fill(1))).toEqual(expected.detections);
  },
  'adwin-step-0-100': ({ inputs, expected }) => {
    const stream = Float64Array.from({ length: 400 }, (_, i) => (i < 200 ? 0 : 100));
    expect(detections(adwin({ delta: inputs.delta }), stream)).toEqual(expected.detections);
  },
  'ph-stream1': ({ inputs, expected }) => {
    const { stream, min_instances: minInstances, delta, threshold, alpha } = inputs;
    const run = (mode: 'classic' | 'both' | 'up') =>
      detections(pageHinkley({ minInstances, delta, threshold, alpha, mode }), stream);
    expect(run('classic')).toEqual(expected.classic);
    expect(run('both')).toEqual(expected['river>=0.15 two-sided both']);
    expect(run('up')).toEqual(expected.up);
  },
  'ddm-stream2': ({ inputs: { stream, warm_start: warmStart, warning, drift }, expected }) => {
    const detector = ddm({ warmStart, warningThreshold: warning, driftThreshold: drift });
    expect(detections(detector, stream)).toEqual(expected.detections);
  },
  'ddm-zero-then-error': ({ expected }) => {
    expect(detections(ddm(), [...new Array(100).fill(0), 1])).toEqual(expected.detections);
  },
  'kswin-stream1-rngfree': ({ inputs: { stream, alpha, window_size, stat_size }, expected }) => {
    const detector = kswin({ alpha, windowSize: window_size, statSize: stat_size });
    expect(detections(detector, stream)).toEqual(expected.detections);
  },
  'kswin-window-decision': ({ inputs: { old, recent, alpha }, expected, tol }) => {
    const { statistic, pValue } = ksTest(old, recent);
    expectWithin(statistic, expected.D, tol);
    expectWithin(pValue, expected.p, tol);
    const detector = kswin({ alpha, windowSize: 60, statSize: 30 });
    expect(detections(detector, [...old, ...recent]).includes(59)).toBe(expected.drift);
  },
  'cusum-shift': ({ inputs: { stream, min_instances: minInstances, slack, threshold, mode }, expected }) => {
    expect(detections(cusum({ minInstances, slack, threshold, mode }), stream)).toEqual(expected.detections);
  },
  'shewhart-shift': ({ inputs: { streamRef, k, min_instances: minInstances }, expected }) => {
    const { stream } = statistics(streamRef).inputs;
    expect(detections(shewhart({ k, minInstances }), stream)).toEqual(expected.detections);
  },
  'cusum-montgomery': ({ inputs: { x, mu0, sigma, k, h }, expected, tol }) => {
    const chart = cusum({ mean: mu0, standardDeviation: sigma, slack: k, threshold: h, restart: false });
    x.forEach((value: number, i: number) => {
      const { increase, decrease } = chart.update(value);
      expectWithin(increase, expected.Cplus[i], tol, `C+ ${i}`);
      expectWithin(decrease, expected.Cminus[i], tol, `C- ${i}`);
    });
    expect((chart.clock.detections[0] ?? Number.NaN) + 1).toBe(expected.firstSignal1based);
  },
};
