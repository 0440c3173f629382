import { log } from '../../numeric/log.ts';
import { requireFraction, requireInteger } from '../../numeric/require.ts';
import { AdaptiveWindow } from './adaptiveWindow.ts';
import { type Detector, detectorOf } from './detector.ts';

export interface AdwinOptions {
  /** Confidence of each cut (default 0.002). */
  delta?: number;
  /** Cuts are looked for at every so many values (default 32). */
  clock?: number;
  /** Buckets of one size before two are merged (default 5). */
  maxBuckets?: number;
  /** Shortest part of a cut (default 5). */
  minWindowLength?: number;
  /** Values that the window must exceed before any cut (default 10). */
  gracePeriod?: number;
  /** Begin anew after a drift (default, as River does); false keeps the window without its old part. */
  restart?: boolean;
}

export interface AdwinReading {
  drift: boolean;
  /** Values in the window, and their mean: ADWIN's estimate of the present level. */
  width: number;
  mean: number;
}

/**
 * ADWIN: a window that grows while its values look alike and drops its old part when some cut into old and new differs by
 * more than ε = √(2σ²m·ln(2 ln n/δ)) + ⅔m·ln(2 ln n/δ), m = 1/(n₀ − l + 1) + 1/(n₁ − l + 1). Buckets of sizes 1, 2, 4, … keep
 * it in logarithmic memory. No direction, no unit, no window length to choose; the check is made every `clock` values, so the
 * delay is a multiple of it. Source: Bifet & Gavaldà 2007, as in River.
 *
 * @example
 * const detector = drift.adwin();
 * const { service } = random.createStreams(1);
 * for (let i = 0; i < 2000; i++) detector.update(service.uniform() + (i < 1000 ? 0 : 0.5));
 * detector.clock.detections;
 */
export function adwin({
  delta = 0.002,
  clock = 32,
  maxBuckets = 5,
  minWindowLength = 5,
  gracePeriod = 10,
  restart = true,
}: AdwinOptions = {}): Detector<AdwinReading> {
  requireFraction('delta', delta);
  requireInteger('clock', clock, 1);
  requireInteger('maxBuckets', maxBuckets, 1);
  requireInteger('minWindowLength', minWindowLength, 1);
  requireInteger('gracePeriod', gracePeriod, 0);
  return detectorOf(() => {
    const window = new AdaptiveWindow(maxBuckets);
    let ticks = 0;
    const differs = (n0: number, n1: number, difference: number): boolean => {
      if (n0 < minWindowLength || n1 < minWindowLength) return false;
      const confidence = log((2 * log(window.width)) / delta);
      const m = 1 / (n0 - minWindowLength + 1) + 1 / (n1 - minWindowLength + 1);
      const epsilon = Math.sqrt(2 * m * window.variance * confidence) + (2 / 3) * confidence * m;
      return Math.abs(difference) > epsilon;
    };
    return (value) => {
      window.insert(value);
      ticks++;
      let drift = false;
      if (ticks % clock === 0 && window.width > gracePeriod)
        while (window.someCut(differs)) {
          drift = true;
          window.dropOldest();
        }
      return { drift, width: window.width, mean: window.total / window.width };
    };
  }, restart);
}
