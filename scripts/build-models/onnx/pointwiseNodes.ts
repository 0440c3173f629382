import type { Linear } from '../linear.ts';
import type { Graph } from './graph.ts';
import { linearNodes } from './linearNodes.ts';

/**
 * Adds y = x·W + b over the channels of images [batch, channels, height, width], and gives the name of y. In int8 it is
 * a product of matrices between two transpositions, because ONNX Runtime's integer convolution on WASM is several times
 * slower than that.
 */
export function pointwiseNodes(graph: Graph, name: string, layer: Linear, x: string): string {
  if (graph.precision === 'int8') {
    const pixels = graph.node('Transpose', [x], { attributes: { perm: [0, 2, 3, 1] } });
    const mixed = linearNodes(graph, name, layer, pixels);
    return graph.node('Transpose', [mixed], { attributes: { perm: [0, 3, 1, 2] } });
  }
  const { inputs, outputs, weights, bias = new Float32Array(outputs) } = layer;
  const byOutput = weights.map((_, at) => weights[(at % inputs) * outputs + Math.floor(at / inputs)] ?? 0);
  return graph.node('Conv', [
    x,
    graph.floatConstant(`${name}.weights`, [outputs, inputs, 1, 1], byOutput),
    graph.floatConstant(`${name}.bias`, [outputs], bias),
  ]);
}
