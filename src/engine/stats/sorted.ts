/** A copy in increasing order. Throws RangeError when the sample is empty or holds NaN, which has no place in an order. */
export function sorted(values: ArrayLike<number>, name = 'values'): Float64Array {
  const sample = Float64Array.from(values);
  if (sample.length === 0) throw new RangeError(`${name} must hold at least one number, got none`);
  sample.sort();
  const last = sample[sample.length - 1]; // a typed array sorts NaN to its end
  if (Number.isNaN(last)) throw new RangeError(`${name} must be numbers, got NaN`);
  return sample;
}
