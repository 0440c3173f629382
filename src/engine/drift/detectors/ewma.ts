import { power } from '../../numeric/exp.ts';
import { requireFinite, requireInteger, requirePositive } from '../../numeric/require.ts';
import { type Detector, detectorOf } from './detector.ts';
import { type Direction, exceeds, requireDirection } from './direction.ts';

export interface EwmaOptions {
  /** Weight of the newest value, in (0, 1] (default 0.1). */
  alpha?: number;
  /** L, the limit in standard errors of the average (default 4). */
  threshold?: number;
  /** No drift before so many values (default 30; 1 with a known reference). */
  minInstances?: number;
  mode?: Direction;
  /** The known level and spread; without them the running mean and the fading variance stand in. */
  mean?: number;
  standardDeviation?: number;
  /** Begin anew after a drift (default). */
  restart?: boolean;
}

export interface EwmaReading {
  drift: boolean;
  /** z ← αx + (1 − α)z. */
  average: number;
  /** What z is compared with, and the distance that fires. */
  center: number;
  limit: number;
}

/**
 * EWMA chart: a fading average z that fires when it leaves center ± L·σ·√(α/(2 − α)·(1 − (1 − α)^(2n))). Between Shewhart (α = 1)
 * and CUSUM. With a known reference z starts at the mean (Roberts 1959); without one it starts at the first value, against
 * the mean of all values and the fading variance (as in River).
 *
 * @example
 * const detector = drift.ewma({ mean: 0, standardDeviation: 1 });
 * const { service } = random.createStreams(1);
 * for (let i = 0; i < 200; i++) detector.update(service.normal() + (i < 100 ? 0 : 1.5));
 * detector.clock.detections;
 */
export function ewma({
  alpha = 0.1,
  threshold = 4,
  mean,
  standardDeviation,
  minInstances = mean === undefined ? 30 : 1,
  mode = 'both',
  restart = true,
}: EwmaOptions = {}): Detector<EwmaReading> {
  if (!(alpha > 0 && alpha <= 1)) throw new RangeError(`alpha must be in (0, 1], got ${alpha}`);
  requirePositive('threshold', threshold);
  requireInteger('minInstances', minInstances, 1);
  requireDirection(mode);
  if ((mean === undefined) !== (standardDeviation === undefined))
    throw new RangeError('mean and standardDeviation must be given together, or neither');
  if (mean !== undefined) requireFinite('mean', mean);
  if (standardDeviation !== undefined) requirePositive('standardDeviation', standardDeviation);
  return detectorOf(() => {
    let [count, center, faded, squares] = [0, mean ?? 0, 0, 0];
    let average = mean;
    return (value) => {
      count++;
      const fade = (before: number, now: number): number => alpha * now + (1 - alpha) * before;
      average = average === undefined ? value : fade(average, value);
      if (mean === undefined) center += (value - center) / count;
      faded = count === 1 ? value : fade(faded, value);
      squares = count === 1 ? value * value : fade(squares, value * value);
      const sigma = standardDeviation ?? Math.sqrt(Math.max(0, squares - faded * faded));
      const settled = 1 - power(1 - alpha, 2 * count);
      const limit = threshold * sigma * Math.sqrt((alpha / (2 - alpha)) * settled);
      const [above, below] = [average - center, center - average];
      return { drift: count >= minInstances && exceeds(mode, above, below, limit), average, center, limit };
    };
  }, restart);
}
