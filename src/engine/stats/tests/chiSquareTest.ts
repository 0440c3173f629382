import { at } from '../../numeric/at.ts';
import { chiSquareUpper } from '../../numeric/chiSquare.ts';
import { requireInteger, requireNonNegative, requirePositive } from '../../numeric/require.ts';
import { sum } from '../../numeric/sum.ts';

export interface ChiSquareTest {
  statistic: number;
  degrees: number;
  pValue: number;
  /** What each cell would hold on average, as scaled. */
  expected: number[];
}

/**
 * Pearson's goodness of fit, Σ (observed − expected)²/expected on cells − 1 degrees of freedom. `expected` may be counts or
 * shares: it is scaled to the observed total, and taken as known. With a reference that is itself a sample this is about
 * twice too sensitive: then use `contingencyTest`. The law is an approximation that wants some 5 expected a cell.
 * Throws RangeError for unequal lengths, fewer than two cells, counts < 0, expected ≤ 0. Source: Pearson 1900.
 *
 * @param lostDegrees parameters that were estimated from the same counts
 *
 * @example
 * stats.chiSquareTest([18, 22, 60], [25, 25, 50]);
 */
export function chiSquareTest(
  observed: ArrayLike<number>,
  expected: ArrayLike<number>,
  lostDegrees = 0,
): ChiSquareTest {
  if (observed.length !== expected.length)
    throw new RangeError(
      `observed and expected must have the same cells, got ${observed.length} and ${expected.length}`,
    );
  const degrees = observed.length - 1 - requireInteger('lostDegrees', lostDegrees, 0);
  if (degrees < 1) throw new RangeError(`degrees must be >= 1, got ${degrees} from ${observed.length} cells`);
  const counts = Float64Array.from(observed, (count, i) => requireNonNegative(`observed[${i}]`, count));
  const shares = Float64Array.from(expected, (share, i) => requirePositive(`expected[${i}]`, share));
  const total = requirePositive('the sum of observed', sum(counts));
  const factor = total / sum(shares);
  const cells = shares.map((share) => share * factor);
  const statistic = sum(counts.map((count, i) => squareOver(count - at(cells, i), at(cells, i))));
  return { statistic, degrees, pValue: chiSquareUpper(statistic, degrees), expected: Array.from(cells) };
}

const squareOver = (difference: number, expected: number): number => (difference * difference) / expected;
