import { roundToHalf } from '../../../../src/engine/benchmark/half.ts';
import { seededValues } from '../../../../src/engine/benchmark/seededValues.ts';
import { type Linear, seededLinear, withSeededBias } from '../../linear.ts';
import type { Convolution } from '../../reference/convolution.ts';

export const imageSize = 32;
export const imageChannels = 3;
export const classes = 10;

/** A filter for each channel apart, then a mix of the channels pixel by pixel (Howard et al. 2017). */
export interface SeparableLayer {
  readonly depthwise: Convolution;
  readonly pointwise: Linear;
}

export interface Network {
  readonly stem: Convolution;
  readonly layers: readonly SeparableLayer[];
  readonly head: Linear;
}

const stemChannels = 32;
/** Channels after each layer, and the step of its filter over the image. */
const plan = [
  { outputs: 64, stride: 1 },
  { outputs: 128, stride: 2 },
  { outputs: 128, stride: 1 },
  { outputs: 256, stride: 2 },
];

/** The network with random weights that keep the size of activations through every ReLU. */
export function seededNetwork(seed: number): Network {
  let inputs = stemChannels;
  const layers = plan.map(({ outputs, stride }, index) => {
    const layerSeed = seed + 100 * (index + 1);
    const depthwise = seededConvolution(layerSeed, { inputs, outputs: inputs, groups: inputs, stride });
    const pointwise = withSeededBias(seededLinear(layerSeed + 1, inputs, outputs, Math.SQRT2), layerSeed + 2);
    inputs = outputs;
    return { depthwise, pointwise };
  });
  return {
    stem: seededConvolution(seed, { inputs: imageChannels, outputs: stemChannels, groups: 1, stride: 2 }),
    layers,
    head: withSeededBias(seededLinear(seed + 1, inputs, classes), seed + 2),
  };
}

const seededConvolution = (seed: number, shape: Omit<Convolution, 'weights'>): Convolution => {
  const fanIn = (9 * shape.inputs) / shape.groups;
  const weights = seededValues(seed, shape.outputs * fanIn).map((value) => value * Math.sqrt(6 / fanIn));
  return { ...shape, weights };
};

/** The layers that a precision below float16 rounds: where nearly all weights and products are. */
export const linears = ({ layers, head }: Network): Linear[] => [
  ...layers.map(({ pointwise }) => pointwise),
  head,
];

/** The 3 × 3 filters, which stay floats in every precision. */
export const convolutions = ({ stem, layers }: Network): Convolution[] => [
  stem,
  ...layers.map(({ depthwise }) => depthwise),
];

/** The network with its 3 × 3 filters rounded to float16. */
export function withHalfFilters({ stem, layers, head }: Network): Network {
  const half = (filter: Convolution) => ({ ...filter, weights: filter.weights.map(roundToHalf) });
  return {
    stem: half(stem),
    layers: layers.map((layer) => ({ ...layer, depthwise: half(layer.depthwise) })),
    head,
  };
}
