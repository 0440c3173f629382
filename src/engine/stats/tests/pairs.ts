import { at } from '../../numeric/at.ts';
/** The differences a − b. Throws RangeError when the lengths differ or nothing is there. */
export function requirePairs(a: ArrayLike<number>, b: ArrayLike<number>): Float64Array {
  if (a.length !== b.length)
    throw new RangeError(`a and b must be pairs, got ${a.length} and ${b.length} values`);
  if (a.length === 0) throw new RangeError('a and b must hold at least one pair, got none');
  return Float64Array.from(a, (value, i) => value - at(b, i));
}
