/**
 * The share of the C(n + m, n) lattice paths from (0, 0) to (n, m) that reach |i·m − j·n| ≥ steps: the exact p-value of the
 * two-sample Kolmogorov–Smirnov statistic. u(i, j), the share of paths to (i, j) that have been there, is 1 outside the band
 * and otherwise u(i − 1, j)·i/(i + j) + u(i, j − 1)·j/(i + j); no subtraction, so that small p-values keep their digits.
 *
 * @param counts whether the k-th pooled value (k = i + j, one-based) is the last of its ties, and the distance there counts
 */
export function bandCrossing(n: number, m: number, steps: number, counts?: readonly boolean[]): number {
  if (steps <= 0) return 1;
  const outside = (i: number, j: number): boolean =>
    Math.abs(i * m - j * n) >= steps && (counts === undefined || counts[i + j - 1] === true);
  const column = new Float64Array(m + 1);
  for (let j = 1; j <= m; j++) column[j] = outside(0, j) ? 1 : (column[j - 1] ?? 0);
  for (let i = 1; i <= n; i++) {
    if (outside(i, 0)) column[0] = 1;
    for (let j = 1; j <= m; j++) {
      if (outside(i, j)) column[j] = 1;
      else column[j] = ((column[j] ?? 0) * i + (column[j - 1] ?? 0) * j) / (i + j);
    }
  }
  return column[m] ?? 0;
}
