import { requireFinite, requireInteger, requirePositive } from '../../numeric/require.ts';
import { RunningMoments } from './runningMoments.ts';

export interface ReferenceOptions {
  /** The known level and spread. Without them both are estimated from the first `minInstances` values, then frozen. */
  mean?: number;
  standardDeviation?: number;
  /** Values to learn the reference from (default 30); without meaning when it is known. */
  minInstances?: number;
}

export interface Reference {
  mean: number;
  standardDeviation: number;
}

/**
 * A function that takes each value and gives the reference once it is there. Estimated, it appears with the last value of
 * the warm-up and does not follow the values after it, which would chase the very shift that is looked for.
 */
export function frozenReference({
  mean,
  standardDeviation,
  minInstances = 30,
}: ReferenceOptions): () => (value: number) => Reference | undefined {
  if ((mean === undefined) !== (standardDeviation === undefined))
    throw new RangeError('mean and standardDeviation must be given together, or neither');
  requireInteger('minInstances', minInstances, 1);
  if (mean !== undefined && standardDeviation !== undefined) {
    requireFinite('mean', mean);
    requirePositive('standardDeviation', standardDeviation);
    return () => () => ({ mean, standardDeviation });
  }
  return () => {
    const moments = new RunningMoments();
    let found: Reference | undefined;
    return (value) => {
      if (found) return found;
      moments.add(value);
      if (moments.count < minInstances) return undefined;
      found = { mean: moments.mean, standardDeviation: moments.standardDeviation };
      return found;
    };
  };
}
