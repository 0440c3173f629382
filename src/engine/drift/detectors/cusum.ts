import { requireNonNegative, requirePositive } from '../../numeric/require.ts';
import { type Detector, detectorOf } from './detector.ts';
import { type Direction, exceeds, requireDirection } from './direction.ts';
import { frozenReference, type ReferenceOptions } from './reference.ts';

export interface CusumOptions extends ReferenceOptions {
  /** k, the deviation that is tolerated, in standard deviations (default 0.5: tuned to a shift of one). */
  slack?: number;
  /** h, the sum that fires, in standard deviations (default 5). */
  threshold?: number;
  mode?: Direction;
  /** Begin anew after a drift (default). */
  restart?: boolean;
}

export interface CusumReading {
  drift: boolean;
  /** C⁺ and C⁻, in the unit of the values. */
  increase: number;
  decrease: number;
  /** h·σ; NaN during the warm-up. */
  limit: number;
}

/**
 * Tabular CUSUM: C⁺ ← max(0, C⁺ + x − μ − kσ), C⁻ ← max(0, C⁻ − x + μ − kσ); fires when one exceeds hσ. A small lasting shift
 * adds up, one outlier does not. With k = ½, h = 5 and known μ, σ it fires falsely every 465 values on average and finds a
 * shift of one σ after 10.4. Source: Page 1954; Montgomery, Statistical Quality Control, ch. 9; estimated as in River.
 *
 * @example
 * const detector = drift.cusum({ mean: 0, standardDeviation: 1 });
 * const { service } = random.createStreams(1);
 * for (let i = 0; i < 150; i++) detector.update(service.normal() + (i < 100 ? 0 : 1));
 * detector.clock.detections;
 */
export function cusum({
  slack = 0.5,
  threshold = 5,
  mode = 'both',
  restart = true,
  ...reference
}: CusumOptions = {}): Detector<CusumReading> {
  requireNonNegative('slack', slack);
  requirePositive('threshold', threshold);
  requireDirection(mode);
  const learn = frozenReference(reference);
  return detectorOf(() => {
    const known = learn();
    let [increase, decrease] = [0, 0];
    return (value) => {
      const about = known(value);
      if (!about) return { drift: false, increase, decrease, limit: Number.NaN };
      const tolerated = slack * about.standardDeviation;
      const limit = threshold * about.standardDeviation;
      increase = Math.max(0, increase + (value - about.mean) - tolerated);
      decrease = Math.max(0, decrease - (value - about.mean) - tolerated);
      return { drift: exceeds(mode, increase, decrease, limit), increase, decrease, limit };
    };
  }, restart);
}
