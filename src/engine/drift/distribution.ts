import { sum } from '../numeric/sum.ts';

/**
 * A probability vector from shares or counts: entries ≥ 0 that do not all vanish, divided by their sum.
 * Throws RangeError that names the argument.
 */
export function normalized(name: string, values: ArrayLike<number>): Float64Array {
  const shares = Float64Array.from(values);
  shares.forEach((share, i) => {
    if (!(share >= 0 && share < Infinity))
      throw new RangeError(`${name}[${i}] must be >= 0 and finite, got ${share}`);
  });
  const total = sum(shares);
  if (!(total > 0))
    throw new RangeError(`${name} must hold at least one value > 0, got ${shares.length} without`);
  return shares.map((share) => share / total);
}

/** Throws RangeError unless both vectors describe the same bins. */
export function requireSameBins(
  nameA: string,
  a: ArrayLike<number>,
  nameB: string,
  b: ArrayLike<number>,
): void {
  if (a.length === b.length) return;
  throw new RangeError(`${nameA} and ${nameB} must have the same bins, got ${a.length} and ${b.length}`);
}

/** What to do with empty bins before a logarithm is taken. */
export type Smoothing = 'floor' | 'add' | 'none';

/** Raises shares to at least epsilon ('floor') or by epsilon ('add'); `renormalize` divides by the new sum. */
export function smoothed(
  shares: Float64Array,
  epsilon: number,
  smoothing: Smoothing,
  renormalize: boolean,
): Float64Array {
  if (smoothing === 'none') return shares;
  const raised = shares.map((share) => (smoothing === 'add' ? share + epsilon : Math.max(share, epsilon)));
  return renormalize ? normalized('shares', raised) : raised;
}
