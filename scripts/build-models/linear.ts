import { seededValues } from '../../src/engine/benchmark/seededValues.ts';

/** One dense layer, y = x·W + b, with W stored row after row as [inputs, outputs]. */
export interface Linear {
  readonly inputs: number;
  readonly outputs: number;
  readonly weights: Float32Array;
  readonly bias?: Float32Array;
}

/**
 * A layer with weights uniform on ±gain·√(3 / inputs), so of variance gain² / inputs: gain √2 keeps the size of
 * activations through a ReLU (He et al. 2015), gain 1 through none. Only products and square roots are used, so
 * every machine gets the same bits.
 */
export function seededLinear(seed: number, inputs: number, outputs: number, gain = 1): Linear {
  const limit = gain * Math.sqrt(3 / inputs);
  return { inputs, outputs, weights: seededValues(seed, inputs * outputs).map((value) => value * limit) };
}

/** The layer with a bias uniform on ±0.1. */
export function withSeededBias(layer: Linear, seed: number): Linear {
  return { ...layer, bias: seededValues(seed, layer.outputs).map((value) => value * 0.1) };
}

/** Weights and biases in the layers together. */
export function parameterCount(layers: readonly Linear[]): number {
  return layers.reduce((sum, { weights, bias }) => sum + weights.length + (bias?.length ?? 0), 0);
}

/** Products of one row through the layers. */
export function multiplyAdds(layers: readonly Linear[]): number {
  return layers.reduce((sum, { weights }) => sum + weights.length, 0);
}
