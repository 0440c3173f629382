import { exp } from '../../../../src/engine/numeric/exp.ts';
import { attention } from '../../reference/attention.ts';
import type { Dense } from '../../reference/dense.ts';
import { layerNorm } from '../../reference/layerNorm.ts';
import { rotaryTables, rotate } from '../../reference/rotary.ts';
import type { CharacterModel, DecoderLayer } from './seededModel.ts';
import { context, headSize, heads, keyValueHeads, width } from './shape.ts';

/** Logits after every token of one sequence, read as a whole and without a cache. */
export function evaluateModel(model: CharacterModel, tokens: readonly number[], dense: Dense): Float64Array {
  const embedded = new Float64Array(tokens.length * width);
  tokens.forEach((token, row) => {
    embedded.set(model.embedding.subarray(token * width, (token + 1) * width), row * width);
  });
  const hidden = model.layers.reduce<Float64Array>(
    (values, layer) => evaluateLayer(layer, values, dense),
    embedded,
  );
  return dense(model.head, layerNorm(hidden, model.finalNorm));
}

const tables = rotaryTables(context, headSize);

const evaluateLayer = (layer: DecoderLayer, input: Float64Array, dense: Dense): Float64Array => {
  const normed = layerNorm(input, layer.attentionNorm);
  const attended = attention(
    rotate(dense(layer.query, normed), heads, tables),
    rotate(dense(layer.key, normed), keyValueHeads, tables),
    dense(layer.value, normed),
    { tokens: input.length / width, heads, keyValueHeads, headSize, causal: true },
  );
  const middle = sum(input, dense(layer.output, attended));
  const again = layerNorm(middle, layer.innerNorm);
  const up = dense(layer.up, again);
  const gated = dense(layer.gate, again).map((value, index) => swish(value) * (up[index] ?? 0));
  return sum(middle, dense(layer.down, gated));
};

const sum = (left: Float64Array, right: Float64Array): Float64Array =>
  left.map((value, index) => value + (right[index] ?? 0));

const swish = (value: number): number => value / (1 + exp(-value));
