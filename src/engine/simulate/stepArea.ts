import { requireFinite } from '../numeric/require.ts';

/** A step function of time that is 0 before its first change and holds each value until the next. */
export interface Steps {
  readonly time: ArrayLike<number>;
  readonly inSystem: ArrayLike<number>;
}

/**
 * ∫N(t)dt over [from, to], in request-seconds, by cutting the area upright: one column between two changes. The changes of
 * a `Log` are such steps. The same area cut level, one row a request, is `littlesLawWindow(log, from, to).area`.
 * Throws RangeError unless from ≤ to.
 *
 * @example
 * simulate.stepArea({ time: [0, 1, 3], inSystem: [1, 2, 0] }, 0, 4);
 */
export function stepArea({ time, inSystem }: Steps, from: number, to: number): number {
  requireFinite('from', from);
  if (!(requireFinite('to', to) >= from)) throw new RangeError(`to must be >= from = ${from}, got ${to}`);
  let area = 0;
  for (let i = 0; i < time.length; i++) {
    const left = Math.max(from, time[i] ?? Infinity);
    const right = Math.min(to, time[i + 1] ?? Infinity);
    if (left >= to) break;
    if (right > left) area += (right - left) * (inSystem[i] ?? 0);
  }
  return area;
}
