/**
 * Smallest step of a clock, in the unit of the stamps, from many readings taken one after another: the smallest
 * positive difference between neighbours. In a cross-origin isolated page Chromium's clock moves in 5 µs steps,
 * in other pages in 100 µs steps.
 *
 * @throws RangeError when the clock never moved: read on for longer
 */
export function timerStep(stamps: readonly number[]): number {
  let step = Number.POSITIVE_INFINITY;
  for (let index = 1; index < stamps.length; index++) {
    const difference = (stamps[index] ?? 0) - (stamps[index - 1] ?? 0);
    if (difference > floatNoise && difference < step) step = difference;
  }
  if (step === Number.POSITIVE_INFINITY)
    throw new RangeError(`The clock stood still over ${stamps.length} readings: take more of them.`);
  return step;
}

// A stamp of some 10⁶ ms carries about 10⁻¹⁰ ms of rounding.
const floatNoise = 1e-7;
