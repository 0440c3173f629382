import { seededValues } from '../../src/engine/benchmark/seededValues.ts';

/** One dense layer, y = x·W + b, with W stored row after row as [inputs, outputs]. */
export interface Layer {
  readonly inputs: number;
  readonly outputs: number;
  readonly weights: Float32Array;
  readonly bias: Float32Array;
}

/**
 * A multilayer perceptron with weights uniform on ±√(6 / inputs) (He et al. 2015), which keeps the activations'
 * size from layer to layer, and biases uniform on ±0.1. Only additions, products and square roots are used, so
 * every machine gets the same bits.
 *
 * @param widths  inputs, hidden widths, outputs
 */
export function seededMlp(widths: readonly number[], seed: number): Layer[] {
  return widths.slice(1).map((outputs, index) => {
    const inputs = widths[index] ?? 0;
    const layerSeed = seed + 1000 * index;
    return {
      inputs,
      outputs,
      weights: seededValues(layerSeed, inputs * outputs).map((value) => value * Math.sqrt(6 / inputs)),
      bias: seededValues(layerSeed + 1, outputs).map((value) => value * 0.1),
    };
  });
}

/** The answer for `rows` rows in float64 arithmetic: ReLU after every layer but the last. */
export function evaluateMlp(layers: readonly Layer[], input: Float32Array, rows: number): Float64Array {
  let values: Float64Array = Float64Array.from(input);
  layers.forEach((layer, index) => {
    const dense = evaluateLayer(layer, values, rows);
    values = index === layers.length - 1 ? dense : dense.map((value) => Math.max(0, value));
  });
  return values;
}

const evaluateLayer = (layer: Layer, input: Float64Array, rows: number): Float64Array => {
  const { inputs, outputs, weights, bias } = layer;
  const result = new Float64Array(rows * outputs);
  for (let row = 0; row < rows; row++)
    for (let output = 0; output < outputs; output++) {
      let sum = bias[output] ?? 0;
      for (let index = 0; index < inputs; index++)
        sum += (input[row * inputs + index] ?? 0) * (weights[index * outputs + output] ?? 0);
      result[row * outputs + output] = sum;
    }
  return result;
};
