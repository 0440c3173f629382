import { seededValues } from '../../../../src/engine/benchmark/seededValues.ts';
import { type Linear, seededLinear } from '../../linear.ts';
import { inner, keyValueWidth, layers, vocabulary, width } from './shape.ts';

/** One decoder layer: attention, then a gated feed-forward part, each after a norm and added to its input. */
export interface DecoderLayer {
  readonly attentionNorm: Float32Array;
  readonly query: Linear;
  readonly key: Linear;
  readonly value: Linear;
  readonly output: Linear;
  readonly innerNorm: Float32Array;
  readonly gate: Linear;
  readonly up: Linear;
  readonly down: Linear;
}

export interface CharacterModel {
  /** [characters, width]. */
  readonly embedding: Float32Array;
  readonly layers: readonly DecoderLayer[];
  readonly finalNorm: Float32Array;
  readonly head: Linear;
}

/** The model with random weights of the usual size, so that no activation grows or dies away. */
export function seededModel(seed: number): CharacterModel {
  const characters = vocabulary.length;
  return {
    embedding: seededValues(seed, characters * width).map((value) => value * Math.sqrt(3)),
    layers: Array.from({ length: layers }, (_, index) => seededLayer(seed + 100 * (index + 1))),
    finalNorm: new Float32Array(width).fill(1),
    head: seededLinear(seed + 1, width, characters),
  };
}

const seededLayer = (seed: number): DecoderLayer => ({
  attentionNorm: new Float32Array(width).fill(1),
  query: seededLinear(seed, width, width),
  key: seededLinear(seed + 1, width, keyValueWidth),
  value: seededLinear(seed + 2, width, keyValueWidth),
  output: seededLinear(seed + 3, width, width),
  innerNorm: new Float32Array(width).fill(1),
  gate: seededLinear(seed + 4, width, inner),
  up: seededLinear(seed + 5, width, inner),
  down: seededLinear(seed + 6, inner, width, Math.SQRT2),
});

/** Every dense layer of the model. */
export const linears = ({ layers, head }: CharacterModel): Linear[] => [
  ...layers.flatMap(({ query, key, value, output, gate, up, down }) => [
    query,
    key,
    value,
    output,
    gate,
    up,
    down,
  ]),
  head,
];
