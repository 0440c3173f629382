import {
  requireFraction,
  requireInteger,
  requireNonNegative,
  requirePositive,
} from '../../numeric/require.ts';
import { requireOneOf } from '../../numeric/requireOneOf.ts';
import { type Detector, detectorOf } from './detector.ts';
import { type Direction, exceeds } from './direction.ts';

export interface PageHinkleyOptions {
  /** No drift before so many values (default 30). */
  minInstances?: number;
  /** Deviation from the running mean that is tolerated at every value (default 0.005). */
  delta?: number;
  /** λ, the sum of deviations that fires (default 50). */
  threshold?: number;
  /** Memory of that sum, 1 for none lost (default 0.9999). */
  alpha?: number;
  /** 'up', 'down' or 'both' (default); 'classic' is the one-sided form that is cut at 0 and compares with ≥. */
  mode?: Direction | 'classic';
}

export interface PageHinkleyReading {
  drift: boolean;
  /** The running mean, and how far the sum stands above its minimum and below its maximum. */
  mean: number;
  increase: number;
  decrease: number;
}

/**
 * Page–Hinkley test: fires when the sum of deviations from the running mean, S ← αS + (x − x̄ − δ), has risen by more than λ
 * above its minimum (for decreases: S ← αS + (x − x̄ + δ), fallen below its maximum). Values are in their own unit, so λ and δ
 * are too. It needs no reference, but the mean follows the drift: a slow one is forgiven.
 * Source: Page 1954; the two-sided form as in River 0.15 and later, 'classic' as before.
 *
 * @example
 * const detector = drift.pageHinkley();
 * const { service } = random.createStreams(1);
 * for (let i = 0; i < 1500; i++) detector.update(service.normal() + (i < 1000 ? 0 : 2));
 * detector.clock.detections;
 */
export function pageHinkley({
  minInstances = 30,
  delta = 0.005,
  threshold = 50,
  alpha = 0.9999,
  mode = 'both',
}: PageHinkleyOptions = {}): Detector<PageHinkleyReading> {
  requireInteger('minInstances', minInstances, 1);
  requireNonNegative('delta', delta);
  requirePositive('threshold', threshold);
  if (alpha !== 1) requireFraction('alpha', alpha);
  requireOneOf('mode', mode, ['up', 'down', 'both', 'classic']);
  return detectorOf(() => {
    let [count, mean] = [0, 0];
    let [rising, lowest, falling, highest] = [0, Infinity, 0, -Infinity];
    return (value) => {
      count++;
      mean += (value - mean) / count;
      rising = alpha * rising + (value - mean - delta);
      if (mode === 'classic') {
        rising = Math.max(0, rising);
        return {
          drift: count + 1 >= minInstances && rising >= threshold,
          mean,
          increase: rising,
          decrease: 0,
        };
      }
      falling = alpha * falling + (value - mean + delta);
      lowest = Math.min(lowest, rising);
      highest = Math.max(highest, falling);
      const [increase, decrease] = [rising - lowest, highest - falling];
      return {
        drift: count >= minInstances && exceeds(mode, increase, decrease, threshold),
        mean,
        increase,
        decrease,
      };
    };
  });
}
