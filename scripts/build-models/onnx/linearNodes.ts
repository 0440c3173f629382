import type { Linear } from '../linear.ts';
import { blockCodes, blockSize, packCodes } from '../numbers/blockCodes.ts';
import { int8Columns } from '../numbers/int8Columns.ts';
import type { Graph } from './graph.ts';
import { microsoft } from './model.ts';
import { TensorProto_DataType } from './onnx_pb.gen.ts';
import { byteTensor, floatTensor } from './tensors.ts';

/** Adds y = x·W + b over the last axis of `x`, in the graph's precision, and gives the name of y. */
export function linearNodes(graph: Graph, name: string, layer: Linear, x: string): string {
  const product = products[graph.precision](graph, name, layer, x);
  if (!layer.bias) return product;
  return graph.node('Add', [product, graph.floatConstant(`${name}.bias`, [layer.outputs], layer.bias)]);
}

type Product = (graph: Graph, name: string, layer: Linear, x: string) => string;

const floats: Product = (graph, name, { inputs, outputs, weights }, x) =>
  graph.node('MatMul', [x, graph.floatConstant(`${name}.weights`, [inputs, outputs], weights)]);

// The order of these nodes is the one that ONNX Runtime recognizes and fuses into one kernel.
const bytes: Product = (graph, name, layer, x) => {
  const { codes, scales } = int8Columns(layer);
  const [quantized, scale, zero] = quantizedInput(graph, x);
  const weights = graph.constant(byteTensor(`${name}.weights`, [layer.inputs, layer.outputs], codes));
  const whole = graph.node('MatMulInteger', [quantized, weights, zero]);
  const product = graph.node('Cast', [whole], { attributes: { to: TensorProto_DataType.FLOAT } });
  const columns = graph.constant(floatTensor(`${name}.scales`, [layer.outputs], scales));
  return graph.node('Mul', [product, graph.node('Mul', [scale, columns])]);
};

/** Adds the rounding of `x` to bytes: names of the codes, their scale and the code of zero. */
export function quantizedInput(graph: Graph, x: string): readonly [string, string, string] {
  const outputs = [`${x}.codes`, `${x}.scale`, `${x}.zero`] as const;
  graph.nodeOnce('DynamicQuantizeLinear', [x], { outputs });
  return outputs;
}

const blocks =
  (bits: 4 | 8): Product =>
  (graph, name, layer, x) => {
    const { inputs, outputs } = layer;
    const { codes, scales } = blockCodes(layer, bits);
    const count = inputs / blockSize;
    const weights = byteTensor(
      `${name}.weights`,
      [outputs, count, (blockSize * bits) / 8],
      packCodes(codes, bits),
    );
    return graph.node(
      'MatMulNBits',
      [x, graph.constant(weights), graph.constant(floatTensor(`${name}.scales`, [outputs * count], scales))],
      { domain: microsoft, attributes: { K: inputs, N: outputs, bits, block_size: blockSize } },
    );
  };

const products = { fp32: floats, fp16: floats, int8: bytes, q8: blocks(8), q4: blocks(4) };
