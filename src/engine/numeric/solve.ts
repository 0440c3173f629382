/**
 * The x in [low, high] where an increasing function reaches `target`, by halving until the two bounds are neighbouring
 * numbers. Slow and certain: it needs no derivative and cannot leave the bracket.
 */
export function solveIncreasing(f: (x: number) => number, target: number, low: number, high: number): number {
  let below = low;
  let above = high;
  for (let i = 0; i < 1100; i++) {
    const middle = below + (above - below) / 2;
    if (middle <= below || middle >= above) break;
    if (f(middle) < target) below = middle;
    else above = middle;
  }
  return above;
}

/** Doubles `start` until f reaches `target`, then solves in that bracket. For f increasing on [0, ∞). */
export function solveIncreasingFrom(f: (x: number) => number, target: number, start: number): number {
  let high = start;
  while (f(high) < target && high < 1e300) high *= 2;
  return solveIncreasing(f, target, 0, high);
}
