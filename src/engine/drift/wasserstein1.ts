import { at } from '../numeric/at.ts';
import { requireFinite } from '../numeric/require.ts';
import { sum } from '../numeric/sum.ts';
import { standardDeviation } from '../stats/description.ts';
import { normalized } from './distribution.ts';

export interface WassersteinOptions {
  /** Weights of the values, ≥ 0, by default equal; they are divided by their sum. */
  weightsA?: ArrayLike<number>;
  weightsB?: ArrayLike<number>;
  /** Divide by the standard deviation (ddof 0) of the unweighted `a`: a distance without unit (Evidently's definition). */
  standardize?: boolean;
}

/**
 * Wasserstein-1 (earth mover's) distance ∫|F − G| between two samples, in the unit of the values: how far probability has to
 * be moved, on average. Sizes may differ. A pure shift by s gives |s|. Throws RangeError for an empty sample, values that are
 * not finite, weights < 0 or of another length; standardized, NaN or Infinity when `a` has no spread.
 *
 * @example
 * drift.wasserstein1([1, 2, 3, 4, 5], [4, 5, 6, 7, 8]);
 */
export function wasserstein1(
  a: ArrayLike<number>,
  b: ArrayLike<number>,
  { weightsA, weightsB, standardize = false }: WassersteinOptions = {},
): number {
  const distance = integral(weighted('a', a, weightsA), weighted('b', b, weightsB), (gap) => gap);
  return standardize ? distance / standardDeviation(a, 0) : distance;
}

/**
 * Energy distance √(2∫(F − G)²), a metric of the same kind that weighs large gaps more (Székely & Rizzo; SciPy's
 * definition). Throws as `wasserstein1`.
 *
 * @example
 * drift.energyDistance([1, 2, 3, 4, 5], [4, 5, 6, 7, 8]);
 */
export function energyDistance(a: ArrayLike<number>, b: ArrayLike<number>): number {
  return Math.sqrt(2 * integral(weighted('a', a), weighted('b', b), (gap) => gap * gap));
}

interface Weighted {
  values: Float64Array;
  weights: Float64Array;
}

const weighted = (name: string, sample: ArrayLike<number>, given?: ArrayLike<number>): Weighted => {
  const n = sample.length;
  if (n === 0) throw new RangeError(`${name} must hold at least one number, got none`);
  const values = Float64Array.from(sample);
  for (let i = 0; i < n; i++) if (!Number.isFinite(values[i])) requireFinite(`${name}[${i}]`, at(values, i));
  if (!given) return { values: values.sort(), weights: new Float64Array(n).fill(1 / n) };
  if (given.length !== n)
    throw new RangeError(`${name} must have a weight each, got ${given.length} for ${n} values`);
  const shares = normalized(`weights of ${name}`, given);
  const order = Uint32Array.from(values, (_, i) => i).sort((i, j) => at(values, i) - at(values, j));
  return {
    values: Float64Array.from(order, (i) => at(values, i)),
    weights: Float64Array.from(order, (i) => at(shares, i)),
  };
};

/** ∫ measure(|F − G|): the gap is constant between neighbouring values. */
const integral = (a: Weighted, b: Weighted, measure: (gap: number) => number): number => {
  const parts = new Float64Array(a.values.length + b.values.length);
  let [i, j, own, other] = [0, 0, 0, 0];
  let last = Math.min(at(a.values, 0), at(b.values, 0));
  for (let part = 0; i < a.values.length || j < b.values.length; part++) {
    const next = Math.min(a.values[i] ?? Infinity, b.values[j] ?? Infinity);
    parts[part] = measure(Math.abs(own - other)) * (next - last);
    for (; a.values[i] === next; i++) own += at(a.weights, i);
    for (; b.values[j] === next; j++) other += at(b.weights, j);
    last = next;
  }
  return sum(parts);
};
