/** Data of a mark: pairs [x, y] in the axes' units. */
export type Point = readonly [x: number, y: number];
export type Points = readonly Point[];

/** Pairs of two columns, as typed arrays come from the engine: `pairs(log.time, log.inSystem)`. */
export function pairs(xs: ArrayLike<number>, ys: ArrayLike<number>): Points {
  const length = Math.min(xs.length, ys.length);
  return Array.from({ length }, (_, index): Point => [xs[index] ?? Number.NaN, ys[index] ?? Number.NaN]);
}

/** Reads a polyline at x, between its points; undefined outside them. For `<Crosshair series>`. */
export function readLine(points: Points): (x: number) => number | undefined {
  return (x) => {
    const index = lastAtOrBefore(points, x);
    const [left, right] = [points[index], points[index + 1]];
    if (!left) return undefined;
    if (!right) return left[0] === x ? left[1] : undefined;
    const share = right[0] === left[0] ? 0 : (x - left[0]) / (right[0] - left[0]);
    return left[1] + share * (right[1] - left[1]);
  };
}

/** Reads a step function at x: the value of the last point at or before it. */
export function readStep(points: Points): (x: number) => number | undefined {
  return (x) => points[lastAtOrBefore(points, x)]?.[1];
}

/** Index of the last point whose x is at or before the given one; −1 before the first. */
function lastAtOrBefore(points: Points, x: number): number {
  let low = 0;
  let high = points.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((points[middle]?.[0] ?? Number.POSITIVE_INFINITY) <= x) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
