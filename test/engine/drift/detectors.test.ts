import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  adwin,
  cusum,
  type Detector,
  ddm,
  ewma,
  kswin,
  pageHinkley,
  shewhart,
} from '../../../src/engine/drift/index.ts';
import { createStreams } from '../../../src/engine/random/index.ts';
import { mean, standardError } from '../../../src/engine/stats/index.ts';

const detectors: [string, () => Detector<{ drift: boolean }>][] = [
  ['pageHinkley', () => pageHinkley({ threshold: 5 })],
  ['pageHinkley, classic', () => pageHinkley({ threshold: 5, mode: 'classic' })],
  ['adwin', () => adwin()],
  ['adwin that keeps its window', () => adwin({ restart: false })],
  ['ddm', () => ddm()],
  ['kswin', () => kswin()],
  ['cusum', () => cusum()],
  ['ewma', () => ewma({ threshold: 3 })],
  ['shewhart', () => shewhart({ k: 2 })],
];

/** 0s and 1s with a rate that changes in the middle, which every detector can read. */
const stream = (seed: number, before = 0.2, after = 0.8, length = 600): number[] => {
  const { service } = createStreams(seed);
  return Array.from({ length }, (_, i) => (service.uniform() < (i < length / 2 ? before : after) ? 1 : 0));
};

describe.each(detectors)('%s', (_name, make) => {
  it('finds a large change, and counts its own time', () => {
    const detector = make();
    const fired: number[] = [];
    stream(7).forEach((value, i) => {
      const { drift, index } = detector.update(value);
      expect(index).toBe(i);
      if (drift) fired.push(i);
    });
    expect(detector.clock.detections).toEqual(fired);
    expect(detector.clock.seen).toBe(600);
  });
  it('refuses NaN and takes nothing', () => {
    const [one, other] = [make(), make()];
    const values = stream(9);
    values.forEach((value, i) => {
      if (i % 50 === 0)
        expect(() => one.update(Number.NaN)).toThrow('value must be a finite number, got NaN');
      expect(one.update(value)).toEqual(other.update(value));
    });
    expect(one.clock).toEqual(other.clock);
  });
  it('after reset reads as one just made, with the clock running on', () => {
    const [used, fresh] = [make(), make()];
    for (const value of stream(11).slice(0, 100)) used.update(value);
    used.reset();
    expect(used.clock.sinceStart).toBe(0);
    for (const value of stream(12, 0.5, 0.5, 80)) {
      const { index, ...reading } = used.update(value);
      const { index: first, ...expected } = fresh.update(value);
      expect(index).toBe(first + 100);
      if (!('pValue' in reading)) expect(reading).toEqual(expected); // kswin goes on in its stream of draws
    }
  });
});

describe('a level change shows within 120 values, but in DDM (which forgives) and Shewhart (single values)', () => {
  it.each(detectors.filter(([name]) => name !== 'ddm' && name !== 'shewhart'))('%s', (_name, make) => {
    const detector = make();
    const values = stream(7);
    for (const value of values) detector.update(value);
    expect(detector.clock.detections.some((index) => index >= 300 && index < 420)).toBe(true);
  });
});

describe('directions', () => {
  const directed: [string, (mode: 'up' | 'down') => Detector<{ drift: boolean }>][] = [
    ['pageHinkley', (mode) => pageHinkley({ mode, threshold: 3 })],
    ['cusum', (mode) => cusum({ mode })],
    ['ewma', (mode) => ewma({ mode, threshold: 3 })],
    ['shewhart', (mode) => shewhart({ mode, k: 2 })],
  ];
  it.each(directed)('%s: what fires upwards fires downwards on the mirrored stream', (_name, make) => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1e6 }), (seed) => {
        const { service } = createStreams(seed);
        const [up, down] = [make('up'), make('down')];
        for (let i = 0; i < 200; i++) {
          const value = service.normal() + (i > 100 ? 1 : 0);
          if (up.update(value).drift !== down.update(-value).drift) return false;
        }
        return true;
      }),
      { numRuns: 20 },
    );
  });
});

describe('charts with a known reference', () => {
  const charts: [
    string,
    (known: { mean: number; standardDeviation: number }) => Detector<{ drift: boolean }>,
  ][] = [
    ['cusum', (known) => cusum(known)],
    ['ewma', (known) => ewma({ ...known, threshold: 2.7 })],
    ['shewhart', (known) => shewhart({ ...known, k: 2.5 })],
  ];
  it.each(charts)('%s reads seconds and milliseconds alike', (_name, make) => {
    const { service } = createStreams(31);
    const seconds = make({ mean: 0.2, standardDeviation: 0.05 });
    const milliseconds = make({ mean: 200, standardDeviation: 50 });
    for (let i = 0; i < 400; i++) {
      const value = 0.2 + 0.05 * (service.normal() + (i < 200 ? 0 : 1.5));
      seconds.update(value);
      milliseconds.update(1000 * value);
    }
    expect(seconds.clock.detections.length).toBeGreaterThan(0);
    expect(milliseconds.clock.detections).toEqual(seconds.clock.detections);
  });
  it('CUSUM adds up what exceeds the slack, and begins anew after it fired unless told not to', () => {
    const sums = (restart?: boolean) => {
      const detector = cusum({ mean: 10, standardDeviation: 2, threshold: 2, restart });
      return [14, 13, 11, 9].map((value) => detector.update(value)); // limit 4, slack 1
    };
    expect(sums().map(({ increase, drift }) => [increase, drift])).toEqual([
      [3, false],
      [5, true],
      [0, false],
      [0, false],
    ]);
    expect(sums(false).map(({ increase, drift }) => [increase, drift])).toEqual([
      [3, false],
      [5, true],
      [5, true],
      [3, false],
    ]);
    expect(sums()[0]).toMatchObject({ decrease: 0, limit: 4 });
  });
  it('CUSUM without one fires at nothing while it learns', () => {
    const detector = cusum();
    const first = detector.update(1e9);
    expect(first).toMatchObject({ drift: false, increase: 0, decrease: 0, limit: Number.NaN });
  });
});

/** Values until a chart fires, averaged over runs, with its standard error. */
const runLength = (make: () => Detector<{ drift: boolean }>, shift: number, runs: number, seed: number) => {
  const { service } = createStreams(seed);
  const lengths = Array.from({ length: runs }, () => {
    const detector = make();
    let count = 1;
    while (!detector.update(service.normal() + shift).drift) count++;
    return count;
  });
  return { average: mean(lengths), error: standardError(lengths) };
};

describe('average run lengths of charts with a known reference (Montgomery)', () => {
  const known = { mean: 0, standardDeviation: 1 };
  it.each([
    ['CUSUM, no shift', () => cusum(known), 0, 465, 500],
    ['CUSUM, one σ', () => cusum(known), 1, 10.4, 1000],
    ['CUSUM, two σ', () => cusum(known), 2, 4.01, 1000],
    ['Shewhart, no shift', () => shewhart(known), 0, 370.4, 600],
    ['Shewhart, one σ', () => shewhart(known), 1, 43.9, 1000],
    [
      'EWMA α = 0.1, L = 2.7, one σ (200,000 runs in numpy)',
      () => ewma({ ...known, alpha: 0.1, threshold: 2.7 }),
      1,
      7.54,
      1000,
    ],
    ['EWMA with α = 1 is Shewhart’s', () => ewma({ ...known, alpha: 1, threshold: 3 }), 1, 43.9, 1000],
  ] as const)('%s', (_name, make, shift, expected, runs) => {
    const { average, error } = runLength(make, shift, runs, 2);
    expect(Math.abs(average - expected)).toBeLessThan(3.5 * error + 0.05);
  });
});

describe('false alarms', () => {
  it('ADWIN keeps far below its δ for each check', () => {
    const { service } = createStreams(44);
    let alarms = 0;
    for (let run = 0; run < 40; run++) {
      const detector = adwin({ delta: 0.05 });
      for (let i = 0; i < 1000; i++) detector.update(service.uniform());
      if (detector.clock.detections.length > 0) alarms++;
    }
    expect(alarms).toBeLessThanOrEqual(2);
  });
  it('ADWIN’s mean follows the new level once its window has forgotten the old', () => {
    const detector = adwin({ restart: false });
    let reading = detector.update(0);
    for (let i = 0; i < 2000; i++) reading = detector.update(i < 1000 ? 0 : 10);
    expect(reading.mean).toBeGreaterThan(9.5);
    expect(reading.width).toBeLessThan(1100);
  });
});

describe('options', () => {
  it('refuse what makes no sense', () => {
    expect(() => cusum({ mean: 1 })).toThrow('mean and standardDeviation must be given together, or neither');
    expect(() => cusum({ mean: 1, standardDeviation: 0 })).toThrow('standardDeviation must be > 0, got 0');
    expect(() => ewma({ standardDeviation: 1 })).toThrow('mean and standardDeviation must be given together');
    expect(() => ewma({ alpha: 0 })).toThrow('alpha must be in (0, 1], got 0');
    expect(() => kswin({ windowSize: 50, statSize: 30 })).toThrow(
      'windowSize must be an integer >= 60, got 50',
    );
    expect(() => pageHinkley({ alpha: 2 })).toThrow('alpha must be strictly between 0 and 1, got 2');
    expect(() => adwin({ delta: 1 })).toThrow('delta must be strictly between 0 and 1, got 1');
    expect(() => ddm().update(0.5)).toThrow('value must be 0 or 1, got 0.5');
    // @ts-expect-error: not a direction
    expect(() => shewhart({ mode: 'left' })).toThrow('unknown mode: left (one of up, down, both)');
  });
  it('DDM warns before it fires', () => {
    const { service } = createStreams(2);
    const detector = ddm();
    let firstWarning: number | undefined;
    for (let i = 0; i < 2000 && detector.clock.detections.length === 0; i++) {
      const { warning, index } = detector.update(service.uniform() < (i < 1000 ? 0.2 : 0.3) ? 1 : 0);
      if (warning) firstWarning ??= index;
    }
    expect(firstWarning).toBeLessThan(detector.clock.detections[0]!);
  });
});
