import { at } from '../numeric/at.ts';
import { exp } from '../numeric/exp.ts';
import { requirePositive } from '../numeric/require.ts';
import { sum } from '../numeric/sum.ts';

/**
 * softmax(z)ᵢ = e^(zᵢ/τ)/Σⱼ e^(zⱼ/τ) with temperature τ > 0, computed after subtracting the largest entry so that large
 * logits do not overflow. An entry of −Infinity (a masked one) gets 0. Throws RangeError for an empty vector, a NaN,
 * +Infinity, or when every entry is masked.
 *
 * @example
 * stats.softmax([1000, 1000, 999]);
 */
export function softmax(z: ArrayLike<number>, temperature = 1): number[] {
  requirePositive('temperature', temperature);
  let largest = -Infinity;
  for (let i = 0; i < z.length; i++) {
    const entry = at(z, i);
    if (!(entry < Infinity)) throw new RangeError(`z[${i}] must be a number < Infinity, got ${entry}`);
    if (entry > largest) largest = entry;
  }
  if (largest === -Infinity) throw new RangeError('z must hold at least one finite number, got none');
  const weights = Array.from(z, (entry) => exp((entry - largest) / temperature));
  const total = sum(weights);
  return weights.map((weight) => weight / total);
}
