import { drift, random, release, stats } from '../../../../src/engine/index.ts';

const sample = (name: string): Float64Array =>
  random.draw(random.lognormal({ mean: 40, scv: 1 }), random.createStreams(name).service, 2000);

/** Statistics, distances, detectors and release decisions on two samples. */
export const inference: Record<string, () => unknown> = {
  intervals: () => [
    stats.quantileInterval(sample('a'), 0.99),
    stats.bootstrapInterval(sample('a').subarray(0, 200), stats.median, { resamples: 500 }),
    stats.batchMeans(sample('a')),
    stats.clopperPearson(8, 10),
    stats.wilsonInterval(8, 10),
  ],
  tests: () => [
    stats.welchTest(sample('a'), sample('b')),
    stats.mannWhitney(sample('a'), sample('b')),
    stats.ksTest(sample('a'), sample('b')),
    stats.chiSquareTest([18, 22, 60], [25, 25, 50]),
  ],
  distances: () => {
    const { reference, current } = drift.binned(sample('a'), sample('b'));
    return [
      drift.psi(reference, current),
      drift.jsDivergence(reference, current),
      drift.hellinger(reference, current),
      drift.wasserstein1(sample('a'), sample('b')),
    ];
  },
  detectors: () =>
    [drift.adwin(), drift.pageHinkley(), drift.kswin(), drift.ewma(), drift.cusum()].map((detector) => {
      sample('a').forEach((value, i) => {
        detector.update(i < 1000 ? value : 2 * value);
      });
      return [...detector.clock.detections];
    }),
  release: () => [
    release.canary({ baseline: sample('a'), candidate: sample('b') }),
    release.groupSequential({ looks: 5 }),
    release.msprt({ baseline: sample('a'), candidate: sample('b'), variance: 1600, mixingVariance: 10 }),
  ],
};
