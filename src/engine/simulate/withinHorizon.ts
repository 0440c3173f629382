/** How many of the arrivals come at or before the horizon; a source that has run dry gives Infinity. */
export function withinHorizon(arrival: Float64Array, wanted: number, horizon: number): number {
  let count = wanted;
  while (count > 0) {
    const last = arrival[count - 1] ?? Infinity;
    if (last <= horizon && last < Infinity) break;
    count--;
  }
  return count;
}
