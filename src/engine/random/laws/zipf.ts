import { at } from '../../numeric/at.ts';
import { power } from '../../numeric/exp.ts';
import { requireInteger, requireNonNegative } from '../../numeric/require.ts';
import { sum } from '../../numeric/sum.ts';
import { type Law, lawOf } from '../law.ts';

/** A Zipf law, with the popularity of every item. */
export interface ZipfLaw extends Law {
  /** Of rank 1, 2, …, N, at indices 0 to N − 1; they sum to 1. */
  readonly probabilities: Float64Array;
  /** H(N, s) = Σ i^(−s), by which the weights are divided. */
  readonly normalizer: number;
}

/**
 * Zipf's law over the ranks 1 to N: P(i) = i^(−exponent)/H, H = Σ i^(−exponent). The common shape of how often keys,
 * pages and prompts are asked for. Exponent 0 is uniform. A draw is a rank: the inverse of the distribution function by
 * a guide table, one uniform and about one step a draw, whatever N.
 * Throws RangeError for items < 1 or more than 10⁷, and for exponent < 0.
 * Source: Chen & Asau 1974 for the guide table.
 *
 * @example
 * const keys = random.zipf({ items: 1000, exponent: 1.1 });
 * keys.probabilities;
 * random.draw(keys, random.createStreams(1).stream('keys'), 5);
 */
export function zipf({ items, exponent }: { items: number; exponent: number }): ZipfLaw {
  requireInteger('items', items, 1);
  requireNonNegative('exponent', exponent);
  if (items > 1e7) throw new RangeError(`items must be <= 10000000, got ${items}`);
  const weights = Float64Array.from({ length: items }, (_, i) => power(i + 1, -exponent));
  const normalizer = sum(weights);
  const probabilities = weights.map((weight) => weight / normalizer);
  const below = cumulative(weights, normalizer);
  const guide = guideTable(below);
  const mean = sum(probabilities.map((p, i) => p * (i + 1)));
  const secondMoment = sum(probabilities.map((p, i) => p * (i + 1) * (i + 1)));
  const rank = (u: number): number => {
    let index = guide[Math.floor(u * items)] ?? 0;
    while (u > (below[index] ?? 1)) index++;
    return index + 1;
  };
  const law = lawOf({
    name: 'zipf',
    parameters: { items, exponent },
    mean,
    scv: Math.max(0, secondMoment / (mean * mean) - 1),
    cdf: (x) => (x < 1 ? 0 : at(below, Math.min(items, Math.floor(x)) - 1)),
    sample: (stream) => rank(stream.uniform()),
  });
  const fill: Law['fill'] = (stream, out, count) => {
    for (let i = 0; i < count; i++) out[i] = rank(stream.uniform());
  };
  return { ...law, fill, probabilities, normalizer };
}

/** P(rank ≤ i), by a compensated running sum; the last is 1. */
const cumulative = (weights: Float64Array, total: number): Float64Array => {
  let running = 0;
  let lost = 0;
  const shares = weights.map((weight) => {
    const next = running + (weight - lost);
    lost = next - running - (weight - lost);
    running = next;
    return running / total;
  });
  shares[shares.length - 1] = 1;
  return shares;
};

/** For each of N equal slices of (0, 1), the first index whose share reaches the slice. */
const guideTable = (below: Float64Array): Int32Array => {
  let index = 0;
  return Int32Array.from({ length: below.length }, (_, slice) => {
    while (at(below, index) < slice / below.length) index++;
    return index;
  });
};
