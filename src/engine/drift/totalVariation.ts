import { at } from '../numeric/at.ts';
import { sum } from '../numeric/sum.ts';
import { normalized, requireSameBins } from './distribution.ts';

/**
 * Total variation distance ½Σ|pᵢ − qᵢ|, in [0, 1]: the largest difference that any event's probability can have, or the
 * share of traffic that would have to change its bin. Shares or counts, divided by their sum first.
 *
 * @example
 * drift.totalVariation([0.2, 0.3, 0.25, 0.25], [0.1, 0.25, 0.3, 0.35]);
 */
export function totalVariation(p: ArrayLike<number>, q: ArrayLike<number>): number {
  return Math.min(1, sum(differences(p, q)) / 2);
}

/**
 * Largest difference of one bin's share, maxᵢ|pᵢ − qᵢ| (L∞; TensorFlow Data Validation's comparator for categories).
 *
 * @example
 * drift.largestShift([0.2, 0.3, 0.25, 0.25], [0.1, 0.25, 0.3, 0.35]);
 */
export function largestShift(p: ArrayLike<number>, q: ArrayLike<number>): number {
  return differences(p, q).reduce((most, difference) => Math.max(most, difference), 0);
}

const differences = (p: ArrayLike<number>, q: ArrayLike<number>): Float64Array => {
  requireSameBins('p', p, 'q', q);
  const b = normalized('q', q);
  return normalized('p', p).map((share, i) => Math.abs(share - at(b, i)));
};
