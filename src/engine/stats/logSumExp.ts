import { at } from '../numeric/at.ts';
import { exp } from '../numeric/exp.ts';
import { log } from '../numeric/log.ts';
import { sum } from '../numeric/sum.ts';

/**
 * ln Σ e^zᵢ without overflow: the largest entry is taken out first. −Infinity when every entry is masked.
 *
 * @example
 * stats.logSumExp([1000, 1000]);
 */
export function logSumExp(z: ArrayLike<number>): number {
  let largest = -Infinity;
  for (let i = 0; i < z.length; i++) {
    const entry = at(z, i);
    if (!(entry < Infinity)) throw new RangeError(`z[${i}] must be a number < Infinity, got ${entry}`);
    largest = Math.max(largest, entry);
  }
  if (largest === -Infinity) return -Infinity;
  return largest + log(sum(Float64Array.from(z, (entry) => exp(entry - largest))));
}
