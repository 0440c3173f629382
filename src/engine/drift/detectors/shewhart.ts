import { requirePositive } from '../../numeric/require.ts';
import { type Detector, detectorOf } from './detector.ts';
import { type Direction, exceeds, requireDirection } from './direction.ts';
import { frozenReference, type ReferenceOptions } from './reference.ts';

export interface ShewhartOptions extends ReferenceOptions {
  /** Limits, in standard deviations from the center line (default 3). */
  k?: number;
  mode?: Direction;
  /** Begin anew after a drift (default). */
  restart?: boolean;
}

export interface ShewhartReading {
  drift: boolean;
  /** NaN during the warm-up. */
  center: number;
  limit: number;
}

/**
 * Shewhart chart of single values: fires when |x − μ| > kσ. No memory: quick for a large shift, blind to a small one, and
 * with k = 3 it fires falsely every 370 normal values. Source: Shewhart 1931; estimated as in River.
 *
 * @example
 * const detector = drift.shewhart({ mean: 0, standardDeviation: 1 });
 * [0.3, -1.2, 3.4].map((value) => detector.update(value).drift);
 */
export function shewhart({
  k = 3,
  mode = 'both',
  restart = true,
  ...reference
}: ShewhartOptions = {}): Detector<ShewhartReading> {
  requirePositive('k', k);
  requireDirection(mode);
  const learn = frozenReference(reference);
  return detectorOf(() => {
    const known = learn();
    return (value) => {
      const about = known(value);
      if (!about) return { drift: false, center: Number.NaN, limit: Number.NaN };
      const limit = k * about.standardDeviation;
      const deviation = value - about.mean;
      return { drift: exceeds(mode, deviation, -deviation, limit), center: about.mean, limit };
    };
  }, restart);
}
