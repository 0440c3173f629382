import { type Detector, detectorOf } from '../drift/detectors/detector.ts';
import { requireInteger, requirePositive } from '../numeric/require.ts';
import { type Hypotheses, scoreOf } from './hypotheses.ts';
import { sprt } from './sprt.ts';

/**
 * When to roll back. 'cusum': the log-likelihood ratio of `to` against `from`, cut at 0, reaches `threshold` (nats) – the
 * quickest for a change at an unknown time. 'sprt': a test with error rates alpha and beta that begins again whenever it
 * accepts. 'window': at least `limit` of the last `size` values' mean. 'consecutive': `size` values in a row above `limit`.
 */
export type RollbackRule =
  | { rule: 'cusum'; hypotheses: Hypotheses; threshold?: number }
  | { rule: 'sprt'; hypotheses: Hypotheses; alpha?: number; beta?: number }
  | { rule: 'window'; size: number; limit: number }
  | { rule: 'consecutive'; size: number; limit: number };

export interface RollbackReading {
  /** Roll back now. */
  drift: boolean;
  /** The same under the name of what follows from it. */
  rollback: boolean;
  /** What is compared with the limit: a sum of log-likelihood ratios, a mean, a run's length. */
  statistic: number;
  limit: number;
}

/**
 * A trigger that reads one value after another (a failure as 1, a latency, a count) and says when to roll back; its clock
 * counts values. Choose the threshold by `operatingCharacteristic`, not by feel.
 * Throws RangeError for an unknown rule or options out of range.
 *
 * @example
 * const trigger = release.rollbackTrigger({ rule: 'window', size: 20, limit: 0.2 });
 * for (let i = 0; i < 40; i++) trigger.update(i % 4 === 0 ? 1 : 0);
 * trigger.clock.detections;
 */
export function rollbackTrigger(options: RollbackRule): Detector<RollbackReading> {
  switch (options.rule) {
    case 'cusum': {
      const { hypotheses, threshold = 5 } = options;
      requirePositive('threshold', threshold);
      const score = scoreOf(hypotheses);
      return readings(threshold, () => {
        let level = 0;
        return (value) => {
          level = Math.max(0, level + score(value));
          return level;
        };
      });
    }
    case 'sprt': {
      const { hypotheses, alpha, beta } = options;
      const make = () => sprt({ ...hypotheses, alpha, beta });
      return readings(make().upper, () => {
        const test = make();
        return (value) => {
          if (test.reading.decision === 'acceptNull') test.reset();
          return test.update(value).logLikelihoodRatio;
        };
      });
    }
    case 'window': {
      const { size, limit } = options;
      requireInteger('size', size, 1);
      return readings(limit, () => {
        const window: number[] = [];
        return (value) => {
          window.push(value);
          if (window.length > size) window.shift();
          if (window.length < size) return -Infinity;
          return window.reduce((total, x) => total + x, 0) / size;
        };
      });
    }
    case 'consecutive': {
      const { size, limit } = options;
      requireInteger('size', size, 1);
      return readings(size, () => {
        let run = 0;
        return (value) => {
          run = value > limit ? run + 1 : 0;
          return run;
        };
      });
    }
    default:
      throw new RangeError('unknown rule (one of cusum, sprt, window, consecutive)');
  }
}

const readings = (limit: number, begin: () => (value: number) => number): Detector<RollbackReading> => {
  if (Number.isNaN(limit)) throw new RangeError('limit must be a number, got NaN');
  return detectorOf(() => {
    const read = begin();
    return (value) => {
      const statistic = read(value);
      const rollback = statistic >= limit;
      return { drift: rollback, rollback, statistic, limit };
    };
  });
};
