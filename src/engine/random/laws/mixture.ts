import { add, complex, times } from '../../numeric/complex.ts';
import { requireNonNegative } from '../../numeric/require.ts';
import { type Law, lawOf } from '../law.ts';
import type { Transform } from '../transform.ts';

export interface MixturePart {
  readonly law: Law;
  /** Share of the draws, up to a common factor; ≥ 0. */
  readonly weight: number;
}

/**
 * A mixture: each draw comes from one part, chosen with its weight. F(x) = Σ wᵢ·Fᵢ(x), mean Σ wᵢ·mᵢ, second moment
 * Σ wᵢ·(1 + scvᵢ)·mᵢ². A cache hit or a miss, a fast path or a slow one: most measured latencies are mixtures.
 * Parts of weight 0 are left out. Throws RangeError for a negative weight or when no part has any.
 *
 * @example
 * // a cache: 90 % hits of 2 ms, 10 % misses
 * const response = random.mixture([
 *   { weight: 9, law: random.constant(0.002) },
 *   { weight: 1, law: random.exponential(0.05) },
 * ]);
 * response.mean;
 * random.lawQuantile(response, 0.99);
 */
export function mixture(parts: readonly MixturePart[]): Law {
  for (const { weight } of parts) requireNonNegative('weight', weight);
  const total = parts.reduce((sum, { weight }) => sum + weight, 0);
  if (total === 0) throw new RangeError('at least one part of a mixture must have a weight > 0, got none');
  const kept = parts
    .filter(({ weight }) => weight > 0)
    .map(({ law, weight }) => ({ law, weight: weight / total }));
  const mean = kept.reduce((sum, { law, weight }) => sum + weight * law.mean, 0);
  const secondMoment = kept.reduce(
    (sum, { law, weight }) => sum + weight * (1 + law.scv) * law.mean * law.mean,
    0,
  );
  return lawOf({
    name: 'mixture',
    parameters: { weights: kept.map(({ weight }) => weight), means: kept.map(({ law }) => law.mean) },
    mean,
    scv: secondMoment / (mean * mean) - 1,
    ...(kept.every(({ law }) => law.cdf) && {
      cdf: (x) => kept.reduce((sum, { law, weight }) => sum + weight * (law.cdf?.(x) ?? 0), 0),
    }),
    ...withTransform(kept),
    sample: (stream) => {
      let rest = stream.uniform();
      let chosen = kept[0];
      for (const part of kept) {
        chosen = part; // the last part takes what rounding leaves of the weights' sum
        if (rest < part.weight) break;
        rest -= part.weight;
      }
      return chosen ? chosen.law.sample(stream) : mean;
    },
  });
}

/** Σ wᵢ·Lᵢ(s), where every part has its own. */
const withTransform = (parts: readonly MixturePart[]): { transform?: Transform } => {
  const known = parts.flatMap(({ law, weight }) => (law.transform ? [{ of: law.transform, weight }] : []));
  if (known.length < parts.length) return {};
  return {
    transform: (s) => known.reduce((total, { of, weight }) => add(total, times(of(s), weight)), complex(0)),
  };
};
