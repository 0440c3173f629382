import type { Precision } from '../../../../src/engine/benchmark/cardFields.ts';
import { seededValues } from '../../../../src/engine/benchmark/seededValues.ts';
import { type Built, computedWith, rounded } from '../../cards/builtModel.ts';
import { commonFields } from '../../cards/commonFields.ts';
import { tolerance } from '../../cards/tolerance.ts';
import { parameterCount } from '../../linear.ts';
import { convolutionProducts } from '../../reference/convolution.ts';
import { exactDense } from '../../reference/dense.ts';
import { roundedDense } from '../../reference/roundedDense.ts';
import { evaluateNetwork } from './evaluateNetwork.ts';
import {
  classes,
  convolutions,
  imageChannels,
  imageSize,
  linears,
  type Network,
  seededNetwork,
  withHalfFilters,
} from './network.ts';
import { networkGraph } from './networkGraph.ts';

const name = 'separable-conv';
const seed = 1717;
const reference = { seed: 9, rows: 4, columns: imageChannels * imageSize * imageSize };

/** The precisions that make sense here: MatMulNBits, the way to 8 and 4 bits in blocks, has no convolution. */
export const convolutionPrecisions = ['fp32', 'fp16', 'int8'] as const satisfies Precision[];
type ConvolutionPrecision = (typeof convolutionPrecisions)[number];

/** The network in one precision, with its card. */
export function buildNetwork(precision: ConvolutionPrecision): Built {
  const network = seededNetwork(seed);
  const graph = networkGraph(network, precision);
  const bytes = graph.bytes(name, 'Goodput depthwise-separable network, seeded random weights. MIT.');
  const input = Float64Array.from(seededValues(reference.seed, reference.rows * reference.columns));
  const exact = evaluateNetwork(network, input, exactDense);
  const filtered = precision === 'fp16' ? withHalfFilters(network) : network;
  const asRounded = evaluateNetwork(filtered, input, roundedDense(precision));
  return {
    bytes,
    card: {
      kind: 'feedForward',
      name,
      title: 'Depthwise-separable network, 32 × 32 images',
      task: 'Ten logits from a small colour image: a stem and four layers of depthwise and pointwise convolutions, as in a network made for telephones.',
      ...commonFields(name, graph, bytes),
      parameters:
        parameterCount(linears(network)) +
        convolutions(network).reduce((sum, { weights }) => sum + weights.length, 0),
      multiplyAddsPerRow: products(network),
      seed,
      weights: 'Random, from the seed, never trained: its speed means something, its answers do not.',
      notes: notes[precision],
      input: { name: 'x', shape: ['batch', imageChannels, imageSize, imageSize] },
      output: { name: 'logits', shape: ['batch', classes] },
      reference: {
        input: { recipe: 'seededValues', ...reference, rowShape: [imageChannels, imageSize, imageSize] },
        output: rounded(exact),
        computedWith,
        ...tolerance(precision, exact, asRounded, classes),
      },
    },
  };
}

const notes: Record<ConvolutionPrecision, string> = {
  fp32: 'Runs on WASM and WebGPU.',
  fp16: 'On WebGPU it needs the feature shader-f16. On WASM most of it is float32 arithmetic between casts: half the bytes, no gain in speed.',
  int8: 'Only the pointwise layers and the head are bytes; they have nearly all weights and products. The 3 × 3 filters stay float32. On WASM it is about as fast as fp32 with a third of the bytes; on WebGPU the byte products run on the processor, with copies there and back.',
};

const products = (network: Network): number => {
  let size = imageSize;
  let sum = convolutionProducts(network.stem, size);
  size /= network.stem.stride;
  for (const { depthwise, pointwise } of network.layers) {
    sum += convolutionProducts(depthwise, size);
    size /= depthwise.stride;
    sum += size * size * pointwise.weights.length;
  }
  return sum + network.head.weights.length;
};
