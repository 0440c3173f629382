import { roundToEven } from '../../../src/engine/benchmark/roundToEven.ts';
import type { Linear } from '../linear.ts';

export type Bits = 4 | 8;

/** Weights that one scale covers, along the inputs of one output. */
export const blockSize = 32;

/** Weights as unsigned codes in blocks, w ≈ (code − 2^(bits−1)) · scale of the block. */
export interface BlockCodes {
  /** [outputs, inputs]: a block lies together. */
  readonly codes: Uint8Array;
  /** [outputs, blocks]. */
  readonly scales: Float32Array;
}

/**
 * The rounding of MatMulNBits with its default zero point. The weight that is largest in magnitude gets the code 0,
 * whatever its sign, because the codes reach one step further down than up.
 *
 * @throws RangeError when the inputs are not whole blocks
 */
export function blockCodes({ inputs, outputs, weights }: Linear, bits: Bits): BlockCodes {
  if (inputs % blockSize !== 0)
    throw new RangeError(`${inputs} inputs are not whole blocks of ${blockSize}.`);
  const half = 2 ** (bits - 1);
  const codes = new Uint8Array(weights.length);
  const scales = new Float32Array(weights.length / blockSize);
  for (let block = 0; block < scales.length; block++) {
    const output = Math.floor((block * blockSize) / inputs);
    const first = (block * blockSize) % inputs;
    const value = (offset: number) => weights[(first + offset) * outputs + output] ?? 0;
    let extreme = 0;
    for (let offset = 0; offset < blockSize; offset++)
      if (Math.abs(value(offset)) > Math.abs(extreme)) extreme = value(offset);
    const scale = Math.fround(extreme / -half) || 1;
    scales[block] = scale;
    for (let offset = 0; offset < blockSize; offset++)
      codes[block * blockSize + offset] = Math.max(
        0,
        Math.min(2 * half - 1, roundToEven(value(offset) / scale) + half),
      );
  }
  return { codes, scales };
}

/** The codes as bytes: two 4-bit codes in each, the earlier in the low half. */
export function packCodes(codes: Uint8Array, bits: Bits): Uint8Array {
  if (bits === 8) return codes;
  return Uint8Array.from({ length: codes.length / 2 }, (_, index) => {
    return (codes[2 * index] ?? 0) | ((codes[2 * index + 1] ?? 0) << 4);
  });
}
