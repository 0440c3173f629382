import { create } from '@bufbuild/protobuf';
import type { Precision } from '../../../src/engine/benchmark/cardFields.ts';
import { type Attributes, attributeList } from './attributes.ts';
import { modelBytes } from './model.ts';
import {
  type NodeProto,
  NodeProtoSchema,
  type TensorProto,
  TensorProto_DataType,
  type ValueInfoProto,
} from './onnx_pb.gen.ts';
import { type FloatType, floatTensor } from './tensors.ts';
import { type Shape, value } from './value.ts';

const { FLOAT, FLOAT16 } = TensorProto_DataType;

/** How a node is written down apart from its kind and inputs. */
export interface NodeSettings {
  readonly attributes?: Attributes;
  readonly domain?: string;
  /** Names of the outputs. Default: one, named after the operation and its place in the graph. */
  readonly outputs?: readonly string[];
}

/** A graph being written, node after node. Values are known by their names. */
export interface Graph {
  readonly precision: Precision;
  /** The type in which floats go through the graph. */
  readonly floats: FloatType;
  /** Adds an operation and gives the name of its first output. */
  node(opType: string, inputs: readonly string[], settings?: NodeSettings): string;
  /** Adds an operation unless its first output is there already: several layers may read one rounded input. */
  nodeOnce(opType: string, inputs: readonly string[], settings: NodeSettings): void;
  /** Adds a tensor once and gives its name; a second one of the same name is the first. */
  constant(tensor: TensorProto): string;
  /** Adds a float tensor in the graph's type. */
  floatConstant(name: string, dims: readonly number[], values: ArrayLike<number>): string;
  input(name: string, shape: Shape, type?: TensorProto_DataType): string;
  output(name: string, shape: Shape, type?: TensorProto_DataType): void;
  /** A float32 input, brought to the graph's type. */
  floatInput(name: string, shape: Shape): string;
  /** The value as a float32 output of that name. */
  floatOutput(name: string, shape: Shape, from: string): void;
  /** Bytes of all tensors so far. */
  constantBytes(): number;
  bytes(name: string, description: string): Uint8Array;
}

/** An empty graph. In fp16 floats are halves inside, and float32 at every input and output made with `float…`. */
export function createGraph(precision: Precision): Graph {
  const nodes: NodeProto[] = [];
  const constants = new Map<string, TensorProto>();
  const inputs: ValueInfoProto[] = [];
  const outputs: ValueInfoProto[] = [];
  const floats = precision === 'fp16' ? FLOAT16 : FLOAT;

  const graph: Graph = {
    precision,
    floats,
    node(opType, from, { attributes = {}, domain = '', outputs = [`${opType}_${nodes.length}`] } = {}) {
      const first = outputs[0] ?? '';
      nodes.push(
        create(NodeProtoSchema, {
          opType,
          domain,
          input: [...from],
          output: [...outputs],
          name: `${opType}:${first}`,
          attribute: attributeList(attributes),
        }),
      );
      return first;
    },
    nodeOnce(opType, from, settings) {
      const [first] = settings.outputs ?? [];
      if (!nodes.some(({ output }) => output[0] === first)) graph.node(opType, from, settings);
    },
    constant(tensor) {
      if (!constants.has(tensor.name)) constants.set(tensor.name, tensor);
      return tensor.name;
    },
    floatConstant: (name, dims, values) => graph.constant(floatTensor(name, dims, values, floats)),
    input(name, shape, type = FLOAT) {
      inputs.push(value(name, shape, type));
      return name;
    },
    output(name, shape, type = FLOAT) {
      outputs.push(value(name, shape, type));
    },
    floatInput(name, shape) {
      graph.input(name, shape);
      return floats === FLOAT ? name : graph.node('Cast', [name], { attributes: { to: floats } });
    },
    floatOutput(name, shape, from) {
      graph.output(name, shape);
      const producer = nodes.find(({ output }) => output[0] === from);
      if (floats === FLOAT && producer) producer.output[0] = name;
      else graph.node('Cast', [from], { attributes: { to: FLOAT }, outputs: [name] });
    },
    constantBytes: () => [...constants.values()].reduce((sum, { rawData }) => sum + rawData.length, 0),
    bytes: (name, description) =>
      modelBytes(
        { name, node: nodes, initializer: [...constants.values()], input: inputs, output: outputs },
        description,
      ),
  };
  return graph;
}
