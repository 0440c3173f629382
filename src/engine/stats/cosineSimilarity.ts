import { at } from '../numeric/at.ts';
import { requireFinite } from '../numeric/require.ts';
import { sum } from '../numeric/sum.ts';

/**
 * a·b/(|a|·|b|), in [−1, 1]; NaN when a vector is all zeros, which points nowhere. Scaled by the largest entries first, so
 * that tiny and huge vectors neither vanish nor overflow. Throws RangeError for unequal lengths, none, or non-finite entries.
 *
 * @example
 * stats.cosineSimilarity([1, 2, 3], [2, 4, 7]);
 */
export function cosineSimilarity(a: ArrayLike<number>, b: ArrayLike<number>): number {
  if (a.length !== b.length || a.length === 0)
    throw new RangeError(`a and b must have the same length >= 1, got ${a.length} and ${b.length}`);
  const [x, y] = [scaled('a', a), scaled('b', b)];
  const dot = sum(x.map((value, i) => value * at(y, i)));
  const length =
    Math.sqrt(sum(x.map((value) => value * value))) * Math.sqrt(sum(y.map((value) => value * value)));
  return length === 0 ? Number.NaN : Math.max(-1, Math.min(1, dot / length));
}

const scaled = (name: string, values: ArrayLike<number>): Float64Array => {
  const vector = Float64Array.from(values, (value, i) => requireFinite(`${name}[${i}]`, value));
  const largest = vector.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  return largest === 0 ? vector : vector.map((value) => value / largest);
};
