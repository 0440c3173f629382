import { at } from '../../numeric/at.ts';
import { chiSquareUpper } from '../../numeric/chiSquare.ts';
import { requireNonNegative } from '../../numeric/require.ts';
import { sum } from '../../numeric/sum.ts';

export interface ContingencyTest {
  statistic: number;
  degrees: number;
  pValue: number;
  /** Cramér's V, √(χ²/(n·min(rows − 1, columns − 1))): 0 for independence, 1 for a function. Not corrected. */
  cramersV: number;
  total: number;
}

/**
 * Pearson's test of independence in a table of counts (rows: samples; columns: categories): do the rows have the same
 * shares? Empty rows and columns are left out. `yates` moves each cell of a 2×2 table half a count towards its expectation.
 * Throws RangeError for ragged rows, counts < 0, or fewer than two rows or columns with counts. Source: Pearson 1900.
 *
 * @example
 * stats.contingencyTest([
 *   [120, 9880],
 *   [150, 9850],
 * ]);
 */
export function contingencyTest(
  table: readonly ArrayLike<number>[],
  { yates = false }: { yates?: boolean } = {},
): ContingencyTest {
  const width = table[0]?.length ?? 0;
  const rows = table.map((row, i) => {
    if (row.length !== width) throw new RangeError(`table[${i}] must have ${width} cells, got ${row.length}`);
    return Float64Array.from(row, (count, j) => requireNonNegative(`table[${i}][${j}]`, count));
  });
  const rowSums = rows.map(sum);
  const columnSums = Array.from({ length: width }, (_, j) => sum(rows.map((row) => at(row, j))));
  const total = sum(rowSums);
  const [height, breadth] = [filled(rowSums), filled(columnSums)];
  if (height < 2 || breadth < 2)
    throw new RangeError(
      `table must have at least 2 rows and columns with counts, got ${height} × ${breadth}`,
    );
  const half = yates && height === 2 && breadth === 2 ? 0.5 : 0;
  const parts = rows.flatMap((row, i) =>
    Array.from(row, (count, j) => {
      const expected = (at(rowSums, i) * at(columnSums, j)) / total;
      if (expected === 0) return 0;
      const distance = Math.max(0, Math.abs(count - expected) - half);
      return (distance * distance) / expected;
    }),
  );
  const statistic = sum(parts);
  const degrees = (height - 1) * (breadth - 1);
  return {
    statistic,
    degrees,
    pValue: chiSquareUpper(statistic, degrees),
    cramersV: Math.sqrt(statistic / (total * Math.min(height - 1, breadth - 1))),
    total,
  };
}

const filled = (sums: readonly number[]): number => sums.filter((count) => count > 0).length;
