import type { Linear } from '../linear.ts';
import { int8Columns } from '../numbers/int8Columns.ts';
import type { Graph } from './graph.ts';
import { quantizedInput } from './linearNodes.ts';
import { TensorProto_DataType } from './onnx_pb.gen.ts';
import { byteTensor, floatTensor } from './tensors.ts';

/** Adds y = x·W + b over the channels of images [batch, channels, height, width], and gives the name of y. */
export function pointwiseNodes(graph: Graph, name: string, layer: Linear, x: string): string {
  const { inputs, outputs, bias = new Float32Array(outputs) } = layer;
  const shape = [outputs, inputs, 1, 1];
  if (graph.precision !== 'int8') {
    const weights = graph.floatConstant(`${name}.weights`, shape, byOutput(layer, layer.weights));
    return graph.node('Conv', [x, weights, graph.floatConstant(`${name}.bias`, [outputs], bias)]);
  }
  const { codes, scales } = int8Columns(layer);
  const [quantized, scale, zero] = quantizedInput(graph, x);
  const weights = graph.constant(
    byteTensor(`${name}.weights`, shape, Int8Array.from(byOutput(layer, codes))),
  );
  const whole = graph.node('ConvInteger', [quantized, weights, zero]);
  const product = graph.node('Cast', [whole], { attributes: { to: TensorProto_DataType.FLOAT } });
  const channels = (part: string, values: Float32Array) =>
    graph.constant(floatTensor(`${name}.${part}`, [1, outputs, 1, 1], values));
  const scaled = graph.node('Mul', [product, graph.node('Mul', [scale, channels('scales', scales)])]);
  return graph.node('Add', [scaled, channels('bias', bias)]);
}

/** The layer's weights with those of one output together, as a convolution has them. */
const byOutput = ({ inputs, outputs }: Linear, values: ArrayLike<number>): number[] =>
  Array.from(values, (_, at) => values[(at % inputs) * outputs + Math.floor(at / inputs)] ?? 0);
