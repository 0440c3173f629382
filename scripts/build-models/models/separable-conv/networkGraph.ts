import type { Precision } from '../../../../src/engine/benchmark/cardFields.ts';
import { createGraph, type Graph } from '../../onnx/graph.ts';
import { linearNodes } from '../../onnx/linearNodes.ts';
import { pointwiseNodes } from '../../onnx/pointwiseNodes.ts';
import type { Convolution } from '../../reference/convolution.ts';
import { classes, imageChannels, imageSize, type Network } from './network.ts';

/** The network as ONNX has it, images as planes of channels. */
export function networkGraph(network: Network, precision: Precision): Graph {
  const graph = createGraph(precision);
  const image = graph.floatInput('x', ['batch', imageChannels, imageSize, imageSize]);
  const stem = graph.node('Relu', [filterNodes(graph, 'stem', network.stem, image)]);
  const last = network.layers.reduce((x, { depthwise, pointwise }, index) => {
    const filtered = graph.node('Relu', [filterNodes(graph, `layer${index}.depthwise`, depthwise, x)]);
    return graph.node('Relu', [pointwiseNodes(graph, `layer${index}.pointwise`, pointwise, filtered)]);
  }, stem);
  const pooled = graph.node('Flatten', [graph.node('GlobalAveragePool', [last])]);
  graph.floatOutput('logits', ['batch', classes], linearNodes(graph, 'head', network.head, pooled));
  return graph;
}

const filterNodes = (graph: Graph, name: string, filter: Convolution, x: string): string => {
  const { inputs, outputs, groups, stride, weights } = filter;
  const shape = [outputs, inputs / groups, 3, 3];
  return graph.node('Conv', [x, graph.floatConstant(`${name}.weights`, shape, weights)], {
    attributes: { group: groups, strides: [stride, stride], pads: [1, 1, 1, 1] },
  });
};
