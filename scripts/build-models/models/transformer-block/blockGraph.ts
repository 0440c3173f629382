import type { Precision } from '../../../../src/engine/benchmark/cardFields.ts';
import { createGraph, type Graph } from '../../onnx/graph.ts';
import { linearNodes } from '../../onnx/linearNodes.ts';
import { normNodes } from '../../onnx/normNodes.ts';
import { integerTensor } from '../../onnx/tensors.ts';
import { type Block, headSize, heads, width } from './block.ts';

/** The block in ONNX's own operations, attention written out, so that each of its kernels can be seen in a profile. */
export function blockGraph(block: Block, precision: Precision): Graph {
  const graph = createGraph(precision);
  const x = graph.floatInput('x', ['batch', 'tokens', width]);
  const normed = normNodes(graph, 'attention_norm', block.attentionNorm, x);
  const attended = attentionNodes(graph, block, normed);
  const middle = graph.node('Add', [x, linearNodes(graph, 'output', block.output, attended)]);
  const again = normNodes(graph, 'inner_norm', block.innerNorm, middle);
  const up = graph.node('Gelu', [linearNodes(graph, 'up', block.up, again)]);
  const result = graph.node('Add', [middle, linearNodes(graph, 'down', block.down, up)]);
  const mean = graph.node('ReduceMean', [result, graph.constant(integerTensor('tokens', [1]))], {
    attributes: { keepdims: 0 },
  });
  graph.floatOutput('pooled', ['batch', width], mean);
  return graph;
}

const attentionNodes = (graph: Graph, block: Block, normed: string): string => {
  const split = graph.constant(integerTensor('heads', [0, 0, heads, headSize]));
  const perHead = (part: 'query' | 'key' | 'value', order: readonly number[]) =>
    graph.node('Transpose', [graph.node('Reshape', [linearNodes(graph, part, block[part], normed), split])], {
      attributes: { perm: order },
    });
  const query = perHead('query', [0, 2, 1, 3]);
  const key = perHead('key', [0, 2, 3, 1]);
  const scale = graph.floatConstant('attention.scale', [], [1 / Math.sqrt(headSize)]);
  const scores = graph.node('Mul', [graph.node('MatMul', [query, key]), scale]);
  const weights = graph.node('Softmax', [scores], { attributes: { axis: -1 } });
  const attended = graph.node('MatMul', [weights, perHead('value', [0, 2, 1, 3])]);
  const byToken = graph.node('Transpose', [attended], { attributes: { perm: [0, 2, 1, 3] } });
  return graph.node('Reshape', [byToken, graph.constant(integerTensor('joined', [0, 0, width]))]);
};
