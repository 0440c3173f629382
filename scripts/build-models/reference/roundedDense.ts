import type { Precision } from '../../../src/engine/benchmark/cardFields.ts';
import { roundToHalf } from '../../../src/engine/benchmark/half.ts';
import { roundToEven } from '../../../src/engine/benchmark/roundToEven.ts';
import type { Linear } from '../linear.ts';
import { type Bits, blockCodes, blockSize } from '../numbers/blockCodes.ts';
import { int8Columns } from '../numbers/int8Columns.ts';
import { type Dense, exactDense } from './dense.ts';

/**
 * The layer as a precision rounds it, every product and sum still in float64. What differs from `exactDense` is the
 * rounding that the precision stands for, and nothing that a runtime adds.
 */
export function roundedDense(precision: Precision): Dense {
  return rounded[precision];
}

const rounded: Record<Precision, Dense> = {
  fp32: exactDense,
  fp16: (layer, input) => {
    const weights = layer.weights.map(roundToHalf);
    const bias = layer.bias?.map(roundToHalf);
    return exactDense({ ...layer, weights, bias }, input.map(roundToHalf)).map(roundToHalf);
  },
  int8: (layer, input) => exactDense(fromColumns(layer), roundedToBytes(input)),
  q8: (layer, input) => exactDense(fromBlocks(layer, 8), input),
  q4: (layer, input) => exactDense(fromBlocks(layer, 4), input),
};

const fromColumns = (layer: Linear): Linear => {
  const { codes, scales } = int8Columns(layer);
  const weights = Float32Array.from(codes, (code, at) => code * (scales[at % layer.outputs] ?? 0));
  return { ...layer, weights };
};

const fromBlocks = (layer: Linear, bits: Bits): Linear => {
  const { inputs, outputs } = layer;
  const { codes, scales } = blockCodes(layer, bits);
  const weights = layer.weights.map((_, at) => {
    const code = (at % outputs) * inputs + Math.floor(at / outputs);
    return ((codes[code] ?? 0) - 2 ** (bits - 1)) * (scales[Math.floor(code / blockSize)] ?? 0);
  });
  return { ...layer, weights };
};

/** DynamicQuantizeLinear and back: 256 steps from the least to the greatest value of the whole tensor, 0 among them. */
const roundedToBytes = (values: Float64Array): Float64Array => {
  const least = values.reduce((low, value) => Math.min(low, value), 0);
  const greatest = values.reduce((high, value) => Math.max(high, value), 0);
  const scale = (greatest - least) / 255 || 1;
  const zero = Math.max(0, Math.min(255, roundToEven(-least / scale)));
  return values.map((value) => {
    const code = Math.max(0, Math.min(255, roundToEven(value / scale) + zero));
    return (code - zero) * scale;
  });
};
