/** A stretch of a series between two changepoints: [from, to) and its mean. */
export interface Segment {
  readonly from: number;
  readonly to: number;
  readonly mean: number;
}

/**
 * Changepoints in mean by optimal partitioning (Jackson et al. 2005, the exact form of PELT): the cut of the
 * series that minimizes the squared error plus `penalty` for each segment. O(n²), meant for n ≤ a few thousand.
 *
 * @param values   the series, in order
 * @param penalty  cost of one more segment; 2·σ²·log(n) or more for noise of variance σ²
 * @param shortest fewest values in a segment
 */
export function changepoints(values: readonly number[], penalty: number, shortest = 2): Segment[] {
  const size = values.length;
  const sums = new Float64Array(size + 1);
  values.forEach((value, index) => {
    sums[index + 1] = at(sums, index) + value;
  });
  const sumOf = (from: number, to: number) => at(sums, to) - at(sums, from);
  // The squared error of a segment is Σx² − (Σx)²/n; the first part adds up to the same for every cut.
  const errorOf = (from: number, to: number) => -(sumOf(from, to) ** 2) / (to - from);

  const best = new Float64Array(size + 1).fill(Number.POSITIVE_INFINITY);
  const previous = new Int32Array(size + 1);
  best[0] = 0;
  for (let to = Math.min(shortest, size); to <= size; to++)
    for (let from = 0; from <= Math.max(0, to - shortest); from++) {
      const cost = at(best, from) + errorOf(from, to) + penalty;
      if (cost < at(best, to)) {
        best[to] = cost;
        previous[to] = from;
      }
    }

  const segments: Segment[] = [];
  for (let to = size; to > 0; to = previous[to] ?? 0) {
    const from = previous[to] ?? 0;
    segments.unshift({ from, to, mean: sumOf(from, to) / (to - from) });
  }
  return segments;
}

const at = (values: Float64Array, index: number): number => values[index] ?? 0;
