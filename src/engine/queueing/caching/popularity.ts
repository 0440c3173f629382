import { requireNonNegative, requirePositive } from '../../numeric/require.ts';
import { zipf } from '../../random/laws/zipf.ts';

/** How often each item is asked for: the probabilities (any common factor), or Zipf's law. */
export type Popularity =
  | { probabilities: ArrayLike<number> }
  | {
      items: number;
      /** Of Zipf's law. */
      exponent: number;
    };

/** The probabilities, made to sum to 1. */
export function popularityOf(options: Popularity): Float64Array {
  if (!('probabilities' in options)) return zipf(options).probabilities;
  const weights = Float64Array.from(options.probabilities);
  weights.forEach((weight, i) => {
    requireNonNegative(`probabilities[${i}]`, weight);
  });
  const total = requirePositive(
    'the sum of probabilities',
    weights.reduce((sum, weight) => sum + weight, 0),
  );
  return weights.map((weight) => weight / total);
}
