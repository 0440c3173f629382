import type { Linear } from '../linear.ts';

/** How a layer is worked out for rows of input: the forward passes take it, so that one pass serves every precision. */
export type Dense = (layer: Linear, input: Float64Array) => Float64Array;

/** y = x·W + b in float64 for as many rows as `input` holds. */
export const exactDense: Dense = ({ inputs, outputs, weights, bias }, input) => {
  const rows = input.length / inputs;
  const result = new Float64Array(rows * outputs);
  for (let row = 0; row < rows; row++) {
    const from = row * outputs;
    for (let output = 0; output < outputs; output++) result[from + output] = bias?.[output] ?? 0;
    for (let index = 0; index < inputs; index++) {
      const value = input[row * inputs + index] ?? 0;
      if (value === 0) continue;
      const at = index * outputs;
      for (let output = 0; output < outputs; output++)
        result[from + output] = (result[from + output] ?? 0) + value * (weights[at + output] ?? 0);
    }
  }
  return result;
};
