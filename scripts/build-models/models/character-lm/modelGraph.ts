import type { Precision } from '../../../../src/engine/benchmark/cardFields.ts';
import { createGraph, type Graph } from '../../onnx/graph.ts';
import { linearNodes } from '../../onnx/linearNodes.ts';
import { microsoft } from '../../onnx/model.ts';
import { normNodes } from '../../onnx/normNodes.ts';
import { TensorProto_DataType } from '../../onnx/onnx_pb.gen.ts';
import { rotaryTables } from '../../reference/rotary.ts';
import type { CharacterModel, DecoderLayer } from './seededModel.ts';
import { cacheShape, context, headSize, heads, keyValueHeads, vocabulary, width } from './shape.ts';

/**
 * The decoder with its key–value cache as inputs and outputs. Attention, rotary positions and the cache's growth are
 * one operation, GroupQueryAttention: a row's new tokens stand at positions seqlens_k + 1 − sequence … seqlens_k, and
 * the cache that comes back is as long as the longer of the one that went in and total_sequence_length. So a cache of
 * the tokens read so far grows, and one of 256 places, of which the first are in use, keeps its size.
 */
export function modelGraph(model: CharacterModel, precision: Precision): Graph {
  const graph = createGraph(precision);
  const { INT32 } = TensorProto_DataType;
  const tokens = graph.input('input_ids', ['batch', 'sequence'], INT32);
  const lengths = graph.input('seqlens_k', ['batch'], INT32);
  const total = graph.input('total_sequence_length', [1], INT32);
  const table = graph.floatConstant('embedding', [vocabulary.length, width], model.embedding);
  const hidden = model.layers.reduce(
    (x, layer, index) => decoderNodes(graph, layer, index, [x, lengths, total]),
    graph.node('Gather', [table, tokens]),
  );
  const logits = linearNodes(
    graph,
    'head',
    model.head,
    normNodes(graph, 'final_norm', model.finalNorm, hidden),
  );
  graph.floatOutput('logits', ['batch', 'sequence', vocabulary.length], logits);
  for (const index of model.layers.keys())
    for (const part of ['key', 'value'])
      graph.output(`present.${index}.${part}`, cacheShape('total_sequence'), graph.floats);
  return graph;
}

const decoderNodes = (
  graph: Graph,
  layer: DecoderLayer,
  index: number,
  [x, lengths, total]: readonly [string, string, string],
): string => {
  const name = (part: string) => `layer${index}.${part}`;
  const normed = normNodes(graph, name('attention_norm'), layer.attentionNorm, x);
  const [query, key, value] = (['query', 'key', 'value'] as const).map((part) =>
    linearNodes(graph, name(part), layer[part], normed),
  );
  const past = ['key', 'value'].map((part) =>
    graph.input(`past.${index}.${part}`, cacheShape('past_sequence'), graph.floats),
  );
  const { cos, sin, half } = tables;
  const positions = [
    graph.floatConstant('rotary.cos', [context, half], cos),
    graph.floatConstant('rotary.sin', [context, half], sin),
  ];
  const attended = graph.node(
    'GroupQueryAttention',
    [query ?? '', key ?? '', value ?? '', ...past, lengths, total, ...positions],
    {
      domain: microsoft,
      attributes: { num_heads: heads, kv_num_heads: keyValueHeads, do_rotary: 1 },
      outputs: [name('attended'), `present.${index}.key`, `present.${index}.value`],
    },
  );
  const middle = graph.node('Add', [x, linearNodes(graph, name('output'), layer.output, attended)]);
  const again = normNodes(graph, name('inner_norm'), layer.innerNorm, middle);
  const gate = linearNodes(graph, name('gate'), layer.gate, again);
  const swish = graph.node('Mul', [gate, graph.node('Sigmoid', [gate])]);
  const gated = graph.node('Mul', [swish, linearNodes(graph, name('up'), layer.up, again)]);
  return graph.node('Add', [middle, linearNodes(graph, name('down'), layer.down, gated)]);
};

const tables = rotaryTables(context, headSize);
