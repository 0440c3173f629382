import { at } from '../../numeric/at.ts';
import { requireFraction, requireInteger } from '../../numeric/require.ts';
import type { Seed } from '../../random/seed.ts';
import type { Stream } from '../../random/stream.ts';
import { createStreams } from '../../random/streams.ts';
import { ksTest } from '../../stats/tests/ksTest.ts';
import { type Detector, detectorOf } from './detector.ts';

export interface KswinOptions {
  /** Level of each test (default 0.005); many tests are made, so keep it small. */
  alpha?: number;
  /** Values kept (default 100), and how many of the latest are compared with as many older ones (default 30). */
  windowSize?: number;
  statSize?: number;
  seed?: Seed;
}

export interface KswinReading {
  drift: boolean;
  /** D and its p-value; NaN before the window is full, p also while D ≤ 0.1, which never fires. */
  statistic: number;
  pValue: number;
}

/**
 * Kolmogorov–Smirnov windowing: the latest `statSize` values against as many drawn from the older part of the window; fires
 * when p ≤ α and D > 0.1, then begins with an empty window. With windowSize = 2·statSize nothing is
 * drawn, and the result does not depend on the seed. Each value costs statSize² steps.
 * Throws RangeError unless windowSize ≥ 2·statSize. Source: Raab, Heusinger & Schleif 2020, as in River.
 *
 * @example
 * const detector = drift.kswin({ seed: 1 });
 * const { service } = random.createStreams(1);
 * for (let i = 0; i < 600; i++) detector.update(service.normal() + (i < 300 ? 0 : 3));
 * detector.clock.detections;
 */
export function kswin({
  alpha = 0.005,
  windowSize = 100,
  statSize = 30,
  seed = 1,
}: KswinOptions = {}): Detector<KswinReading> {
  requireFraction('alpha', alpha);
  requireInteger('statSize', statSize, 2);
  requireInteger('windowSize', windowSize, 2 * statSize);
  const stream = createStreams(seed).stream('kswin');
  return detectorOf(() => {
    const window: number[] = [];
    return (value) => {
      window.push(value);
      if (window.length > windowSize) window.shift();
      if (window.length < windowSize) return { drift: false, statistic: Number.NaN, pValue: Number.NaN };
      const older = drawn(window.slice(0, windowSize - statSize), statSize, stream);
      const latest = window.slice(-statSize);
      const { statistic, pValue } = ksTest(older, latest);
      const drift = statistic > 0.1 && pValue <= alpha;
      return { drift, statistic, pValue };
    };
  });
}

/** `size` of the values, without replacement (Fisher & Yates). */
const drawn = (values: number[], size: number, stream: Stream): number[] => {
  if (values.length === size) return values;
  for (let i = 0; i < size; i++) {
    const j = i + stream.integer(values.length - i);
    [values[i], values[j]] = [at(values, j), at(values, i)];
  }
  return values.slice(0, size);
};
