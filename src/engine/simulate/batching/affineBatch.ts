import { requireNonNegative, requirePositive } from '../../numeric/require.ts';
import type { Law } from '../../random/law.ts';
import { constant } from '../../random/laws/constant.ts';

/** A service law whose time depends on how many are served together. */
export interface BatchLaw extends Law {
  /** Seconds that a batch of `size` requests takes. */
  batchTime(size: number): number;
}

/**
 * A batch of n requests takes fixed + perItem·n seconds: weights are read once a batch, arithmetic is done once a request.
 * So a server's largest throughput is n/(fixed + perItem·n), below 1/perItem. Alone, a request takes fixed + perItem.
 * Throws RangeError unless fixed ≥ 0 and perItem > 0.
 *
 * @example
 * const law = simulate.affineBatch({ fixed: 0.6, perItem: 0.1 });
 * law.batchTime(8);
 */
export function affineBatch({ fixed, perItem }: { fixed: number; perItem: number }): BatchLaw {
  requireNonNegative('fixed', fixed);
  requirePositive('perItem', perItem);
  return {
    ...constant(fixed + perItem),
    name: 'affineBatch',
    parameters: { fixed, perItem },
    batchTime: (size) => fixed + perItem * size,
  };
}

export const isBatchLaw = (law: Law): law is BatchLaw =>
  'batchTime' in law && typeof law.batchTime === 'function';
