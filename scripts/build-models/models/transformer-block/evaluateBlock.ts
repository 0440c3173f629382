import { normalCdf } from '../../../../src/engine/numeric/normal.ts';
import { attention } from '../../reference/attention.ts';
import type { Dense } from '../../reference/dense.ts';
import { layerNorm } from '../../reference/layerNorm.ts';
import { type Block, headSize, heads, width } from './block.ts';

/** The mean over the tokens of each sequence after the block; `input` holds sequences of `tokens` rows. */
export function evaluateBlock(block: Block, input: Float64Array, tokens: number, dense: Dense): Float64Array {
  const normed = layerNorm(input, block.attentionNorm);
  const [queries, keys, values] = [block.query, block.key, block.value].map((layer) => dense(layer, normed));
  const attended = new Float64Array(input.length);
  for (let from = 0; from < input.length; from += tokens * width) {
    const sequence = (all: Float64Array = attended) => all.subarray(from, from + tokens * width);
    const shape = { tokens, heads, keyValueHeads: heads, headSize, causal: false };
    attended.set(attention(sequence(queries), sequence(keys), sequence(values), shape), from);
  }
  const middle = sum(input, dense(block.output, attended));
  const up = dense(block.up, layerNorm(middle, block.innerNorm)).map((value) => value * normalCdf(value));
  return meanOverTokens(sum(middle, dense(block.down, up)), tokens);
}

const sum = (left: Float64Array, right: Float64Array): Float64Array =>
  left.map((value, index) => value + (right[index] ?? 0));

const meanOverTokens = (values: Float64Array, tokens: number): Float64Array => {
  const means = new Float64Array(values.length / tokens);
  values.forEach((value, index) => {
    const at = Math.floor(index / (tokens * width)) * width + (index % width);
    means[at] = (means[at] ?? 0) + value / tokens;
  });
  return means;
};
