import { seededValues } from '../../../../src/engine/benchmark/seededValues.ts';
import { exp } from '../../../../src/engine/numeric/exp.ts';
import { type Linear, seededLinear } from '../../linear.ts';
import type { LabelledRows } from './curvedClasses.ts';

export interface Training {
  readonly epochs: number;
  readonly batch: number;
  readonly learningRate: number;
  readonly momentum: number;
  readonly seed: number;
}

/** A layer in training: float64 weights, their gradients and their velocities. */
interface TrainedLayer {
  readonly inputs: number;
  readonly outputs: number;
  readonly weights: Float64Array;
  readonly gradient: Float64Array;
  readonly velocity: Float64Array;
}

/**
 * Fits a multilayer perceptron by stochastic gradient descent with momentum on the cross-entropy. The learning rate
 * falls in a straight line to zero. It runs in float64 with this project's own `exp`, in one fixed order, so every
 * machine gets the same weights. The bias is the weight of a last input that is always 1.
 *
 * @param widths  inputs, hidden widths, classes
 */
export function train(
  widths: readonly number[],
  { codes, labels }: LabelledRows,
  scale: number,
  { epochs, batch, learningRate, momentum, seed }: Training,
): Linear[] {
  const layers = widths
    .slice(1)
    .map((outputs, index) => startLayer(widths[index] ?? 0, outputs, seed + index));
  const width = widths[0] ?? 0;
  const steps = epochs * Math.floor(labels.length / batch);
  for (let step = 0, epoch = 0; epoch < epochs; epoch++) {
    const order = shuffled(labels.length, seed + 100 + epoch);
    for (let from = 0; from + batch <= order.length; from += batch, step++) {
      for (const row of order.subarray(from, from + batch)) {
        const input = new Float64Array(width + 1);
        for (let index = 0; index < width; index++) input[index] = (codes[row * width + index] ?? 0) * scale;
        input[width] = 1;
        addGradient(layers, input, labels[row] ?? 0);
      }
      const rate = (learningRate * (1 - step / steps)) / batch;
      for (const layer of layers) descend(layer, rate, momentum);
    }
  }
  return layers.map(finish);
}

const startLayer = (inputs: number, outputs: number, seed: number): TrainedLayer => {
  const weights = new Float64Array((inputs + 1) * outputs);
  weights.set(seededLinear(seed, inputs, outputs, Math.SQRT2).weights);
  return {
    inputs,
    outputs,
    weights,
    gradient: new Float64Array(weights.length),
    velocity: new Float64Array(weights.length),
  };
};

const addGradient = (layers: readonly TrainedLayer[], input: Float64Array, label: number): void => {
  const inputs = [input];
  let scores: Float64Array = input;
  layers.forEach((layer, index) => {
    scores = forward(layer, inputs[index] ?? input, index < layers.length - 1);
    inputs.push(scores);
  });
  let error = softmax(scores);
  error[label] = (error[label] ?? 0) - 1;
  for (let index = layers.length - 1; index >= 0; index--) {
    const layer = layers[index];
    const into = inputs[index];
    if (layer && into) error = backward(layer, into, error, index > 0);
  }
};

/** Sums of one row; a hidden layer's pass the ReLU and get the constant 1 for the next layer's bias. */
const forward = (layer: TrainedLayer, input: Float64Array, isHidden: boolean): Float64Array => {
  const { outputs, weights } = layer;
  const result = new Float64Array(isHidden ? outputs + 1 : outputs);
  for (let index = 0; index < input.length; index++) {
    const value = input[index] ?? 0;
    if (value === 0) continue;
    const at = index * outputs;
    for (let output = 0; output < outputs; output++)
      result[output] = (result[output] ?? 0) + value * (weights[at + output] ?? 0);
  }
  if (!isHidden) return result;
  for (let output = 0; output < outputs; output++) result[output] = Math.max(0, result[output] ?? 0);
  result[outputs] = 1;
  return result;
};

/** Adds the layer's gradient for one row and gives the error at its inputs. A ReLU that gave 0 passes none on. */
const backward = (
  layer: TrainedLayer,
  input: Float64Array,
  error: Float64Array,
  wanted: boolean,
): Float64Array => {
  const { outputs, weights, gradient } = layer;
  const before = new Float64Array(layer.inputs);
  for (let index = 0; index < input.length; index++) {
    const value = input[index] ?? 0;
    if (value === 0) continue;
    const at = index * outputs;
    let sum = 0;
    for (let output = 0; output < outputs; output++) {
      const slope = error[output] ?? 0;
      gradient[at + output] = (gradient[at + output] ?? 0) + value * slope;
      if (wanted) sum += slope * (weights[at + output] ?? 0);
    }
    if (index < before.length) before[index] = sum;
  }
  return before;
};

const descend = ({ weights, gradient, velocity }: TrainedLayer, rate: number, momentum: number): void => {
  for (let at = 0; at < weights.length; at++) {
    const speed = momentum * (velocity[at] ?? 0) - rate * (gradient[at] ?? 0);
    velocity[at] = speed;
    weights[at] = (weights[at] ?? 0) + speed;
  }
  gradient.fill(0);
};

const softmax = (scores: Float64Array): Float64Array => {
  const top = scores.reduce((high, score) => Math.max(high, score), -Infinity);
  const weights = scores.map((score) => exp(score - top));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return weights.map((weight) => weight / total);
};

/** 0 … count − 1 in a seeded order (Fisher–Yates). */
const shuffled = (count: number, seed: number): Uint32Array => {
  const order = Uint32Array.from({ length: count }, (_, index) => index);
  const draws = seededValues(seed, count);
  for (let last = count - 1; last > 0; last--) {
    const other = Math.floor((((draws[last] ?? 0) + 1) / 2) * (last + 1));
    const kept = order[last] ?? 0;
    order[last] = order[other] ?? 0;
    order[other] = kept;
  }
  return order;
};

const finish = ({ inputs, outputs, weights }: TrainedLayer): Linear => ({
  inputs,
  outputs,
  weights: Float32Array.from(weights.subarray(0, inputs * outputs)),
  bias: Float32Array.from(weights.subarray(inputs * outputs)),
});
