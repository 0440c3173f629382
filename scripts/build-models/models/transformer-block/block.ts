import { type Linear, seededLinear, withSeededBias } from '../../linear.ts';

export const width = 128;
export const heads = 4;
export const headSize = width / heads;
export const inner = 512;

/** An encoder block with its norms before attention and before the feed-forward part. */
export interface Block {
  readonly attentionNorm: Float32Array;
  readonly query: Linear;
  readonly key: Linear;
  readonly value: Linear;
  readonly output: Linear;
  readonly innerNorm: Float32Array;
  readonly up: Linear;
  readonly down: Linear;
}

/** The block with random weights of the usual size. */
export function seededBlock(seed: number): Block {
  const layer = (index: number, inputs: number, outputs: number, gain = 1) =>
    withSeededBias(seededLinear(seed + 10 * index, inputs, outputs, gain), seed + 10 * index + 1);
  return {
    attentionNorm: new Float32Array(width).fill(1),
    query: layer(0, width, width),
    key: layer(1, width, width),
    value: layer(2, width, width),
    output: layer(3, width, width),
    innerNorm: new Float32Array(width).fill(1),
    up: layer(4, width, inner),
    down: layer(5, inner, width, Math.SQRT2),
  };
}

/** The block's dense layers. */
export const linears = ({ query, key, value, output, up, down }: Block): Linear[] => [
  query,
  key,
  value,
  output,
  up,
  down,
];
