/**
 * How many runs one sample holds, so that it spans at least `steps` timer steps and the clock's rounding is at
 * most 1/`steps` of it. One, when a single run already spans that much.
 *
 * A sample of k > 1 runs is their mean: its median is a fair estimate, its tail is lighter than that of single runs.
 *
 * @param singleMs  one run, in milliseconds
 * @param stepMs    the clock's smallest step, in milliseconds
 */
export function innerRuns(singleMs: number, stepMs: number, steps = 50): number {
  if (!(singleMs > 0)) throw new RangeError(`singleMs must be > 0, got ${singleMs}`);
  if (!(stepMs > 0)) throw new RangeError(`stepMs must be > 0, got ${stepMs}`);
  return Math.max(1, Math.ceil((steps * stepMs) / singleMs));
}
