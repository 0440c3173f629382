import type { Log } from './log.ts';

/** The step function N(t): `number[i]` requests from `time[i]` until `time[i + 1]`. */
export interface SamplePath {
  time: Float64Array;
  number: Int32Array;
}

/**
 * N(t), the number in the system, from time 0 to the end of the run; each moment once, with the state after it.
 *
 * @example
 * const log = simulate.simulate(
 *   { arrivals: simulate.poisson(0.8), service: simulate.exponential(1) },
 *   { seed: 1, requests: 1000 },
 * );
 * simulate.samplePath(log).number;
 */
export function samplePath({ changes, end }: Log): SamplePath {
  const time: number[] = [0];
  const number: number[] = [0];
  changes.time.forEach((now, row) => {
    const inside = changes.inSystem[row] ?? 0;
    if (now === time.at(-1)) number[number.length - 1] = inside;
    else if (inside !== number.at(-1)) {
      time.push(now);
      number.push(inside);
    }
  });
  if (end > (time.at(-1) ?? 0)) {
    time.push(end);
    number.push(number.at(-1) ?? 0);
  }
  return { time: Float64Array.from(time), number: Int32Array.from(number) };
}
