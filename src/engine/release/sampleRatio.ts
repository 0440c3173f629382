import { requireFraction } from '../numeric/require.ts';
import { type ChiSquareTest, chiSquareTest } from '../stats/tests/chiSquareTest.ts';

export interface SampleRatio extends ChiSquareTest {
  mismatch: boolean;
}

/**
 * Did the traffic split as configured? Chi-square of the counts against the split. A mismatch voids the comparison, since
 * whatever lost the requests may have picked them; hence the small level (default 0.001), tested at every look.
 * Throws RangeError as `chiSquareTest`. Source: Fabijan et al. 2019.
 *
 * @example
 * release.sampleRatio([5120, 4880], [0.5, 0.5]);
 */
export function sampleRatio(
  observed: ArrayLike<number>,
  split: ArrayLike<number>,
  alpha = 0.001,
): SampleRatio {
  requireFraction('alpha', alpha);
  const test = chiSquareTest(observed, split);
  return { ...test, mismatch: test.pValue < alpha };
}
