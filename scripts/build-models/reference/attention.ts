import { exp } from '../../../src/engine/numeric/exp.ts';

export interface AttentionShape {
  readonly tokens: number;
  readonly heads: number;
  /** Heads of keys and values; each serves heads / keyValueHeads query heads. */
  readonly keyValueHeads: number;
  readonly headSize: number;
  /** Whether a token sees only itself and those before it. */
  readonly causal: boolean;
}

/**
 * Softmax attention over one sequence, softmax(q·k / √headSize)·v for each head. Queries are rows of
 * heads · headSize values, keys and values rows of keyValueHeads · headSize.
 */
export function attention(
  queries: Float64Array,
  keys: Float64Array,
  values: Float64Array,
  { tokens, heads, keyValueHeads, headSize, causal }: AttentionShape,
): Float64Array {
  const result = new Float64Array(tokens * heads * headSize);
  for (let head = 0; head < heads; head++) {
    const shared = Math.floor((head * keyValueHeads) / heads);
    const keyAt = (token: number) => (token * keyValueHeads + shared) * headSize;
    for (let token = 0; token < tokens; token++) {
      const at = (token * heads + head) * headSize;
      const query = queries.subarray(at, at + headSize);
      const seen = causal ? token + 1 : tokens;
      const scores = Float64Array.from({ length: seen }, (_, other) => dot(query, keys, keyAt(other)));
      softmaxInPlace(scores, Math.sqrt(headSize));
      for (let other = 0; other < seen; other++)
        for (let index = 0; index < headSize; index++)
          result[at + index] =
            (result[at + index] ?? 0) + (scores[other] ?? 0) * (values[keyAt(other) + index] ?? 0);
    }
  }
  return result;
}

const dot = (query: Float64Array, keys: Float64Array, from: number): number =>
  query.reduce((sum, value, index) => sum + value * (keys[from + index] ?? 0), 0);

const softmaxInPlace = (scores: Float64Array, divisor: number): void => {
  const top = scores.reduce((high, score) => Math.max(high, score), -Infinity);
  scores.forEach((score, index) => {
    scores[index] = exp((score - top) / divisor);
  });
  const total = scores.reduce((sum, weight) => sum + weight, 0);
  scores.forEach((weight, index) => {
    scores[index] = weight / total;
  });
};
