import { requireInteger, requirePositive } from '../../numeric/require.ts';
import { type Detector, detectorOf } from './detector.ts';

export interface DdmOptions {
  /** No judgement until more than so many values were seen (default 30). */
  warmStart?: number;
  /** Standard deviations above the best level for a warning (default 2) and for a drift (default 3). */
  warningThreshold?: number;
  driftThreshold?: number;
}

export interface DdmReading {
  drift: boolean;
  warning: boolean;
  /** The error rate and its standard deviation √(p(1 − p)/n). */
  errorRate: number;
  deviation: number;
}

/**
 * Drift detection method on a stream of errors (1) and successes (0): a learner's error rate p should fall; it warns when
 * p + s > p_min + 2·s_min and fires at 3·s_min, with p_min and s_min from where p + s was least. After a spotless start
 * p_min = s_min = 0, and the first error fires: start it on a stream that has errors.
 * Throws RangeError for values other than 0 and 1. Source: Gama, Medas, Castillo & Rodrigues 2004.
 *
 * @example
 * const detector = drift.ddm();
 * const { service } = random.createStreams(1);
 * for (let i = 0; i < 2000; i++) detector.update(service.uniform() < (i < 1000 ? 0.1 : 0.4) ? 1 : 0);
 * detector.clock.detections;
 */
export function ddm({
  warmStart = 30,
  warningThreshold = 2,
  driftThreshold = 3,
}: DdmOptions = {}): Detector<DdmReading> {
  requireInteger('warmStart', warmStart, 0);
  requirePositive('warningThreshold', warningThreshold);
  requirePositive('driftThreshold', driftThreshold);
  return detectorOf(() => {
    let [count, errorRate] = [0, 0];
    let best = { errorRate: Infinity, deviation: Infinity, level: Infinity };
    return (value) => {
      if (value !== 0 && value !== 1) throw new RangeError(`value must be 0 or 1, got ${value}`);
      count++;
      errorRate += (value - errorRate) / count;
      const deviation = Math.sqrt(Math.max(0, errorRate * (1 - errorRate)) / count);
      const level = errorRate + deviation;
      if (count <= warmStart) return { drift: false, warning: false, errorRate, deviation };
      if (level <= best.level) best = { errorRate, deviation, level };
      const drift = level > best.errorRate + driftThreshold * best.deviation;
      const warning = !drift && level > best.errorRate + warningThreshold * best.deviation;
      return { drift, warning, errorRate, deviation };
    };
  });
}
