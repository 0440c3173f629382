import { typeName } from './elementTypes.ts';
import { type Dimension, type ModelFacts, ModelRefused, type Port } from './modelFacts.ts';
import { fieldsOf, messagesIn, NotProtobuf, numberIn, textIn } from './wire.ts';

/** Limits that no useful model reaches, so that a file made to do harm is refused before the runtime sees it. */
export const limits = { fileBytes: 512_000_000, nodes: 200_000, depth: 32, ports: 256, rank: 16 };

// Field numbers of onnx.proto.
const model = { irVersion: 1, producer: 2, producerVersion: 3, graph: 7, opset: 8, functions: 25 };
const graph = { node: 1, initializer: 5, input: 11, output: 12, sparseInitializer: 15 };
const node = { attribute: 5 };
const attribute = { tensor: 5, graph: 6, tensors: 10, graphs: 11 };
const tensor = { dims: 1, type: 2, name: 8, raw: 9, external: 13, location: 14 };

/**
 * Reads what a model's file says of itself: protobuf by hand, since ONNX's whole schema would be loaded for a dozen of
 * its fields. Nothing is run and nothing fetched.
 *
 * @param size  bytes of the whole file, where they were not read because there are too many
 * @throws ModelRefused when the file is no model, keeps weights in other files, or goes beyond the limits
 */
export function readModelFacts(bytes: Uint8Array, size = bytes.length): ModelFacts {
  if (size > limits.fileBytes)
    throw new ModelRefused(
      `The file has ${Math.round(size / 1e6)} MB; the lab takes ${limits.fileBytes / 1e6} MB at most, since page and runtime each hold a copy.`,
    );
  refuseOtherFiles(bytes);
  try {
    return read(bytes);
  } catch (error) {
    if (!(error instanceof NotProtobuf)) throw error;
    throw new ModelRefused(`This is not a whole ONNX model: ${error.message}. It may be cut off or damaged.`);
  }
}

const read = (bytes: Uint8Array): ModelFacts => {
  const found = [...messagesIn(bytes, model.graph)].at(-1);
  const irVersion = numberIn(bytes, model.irVersion);
  const opsets = [...messagesIn(bytes, model.opset)].map((opset) => ({
    domain: textIn(opset, 1),
    version: numberIn(opset, 2) ?? 0,
  }));
  if (!found || irVersion === undefined || opsets.length === 0)
    throw new ModelRefused(
      'This is not an ONNX model: it names no graph, no format version or no operator set.',
    );
  const counted = countGraph(found);
  const given = new Set(counted.initializerNames);
  const ports = (number: number) => {
    const all = [...messagesIn(found, number)].map(readPort);
    if (all.length > limits.ports)
      throw new ModelRefused(
        `The model has ${all.length} inputs or outputs; the lab takes ${limits.ports} at most.`,
      );
    return all;
  };
  const outputs = ports(graph.output);
  if (outputs.length === 0)
    throw new ModelRefused('The model has no output, so there is nothing to compare.');
  return {
    producer: [textIn(bytes, model.producer, 80), textIn(bytes, model.producerVersion, 80)]
      .filter(Boolean)
      .join(' '),
    irVersion,
    opsets: opsets.map(({ domain, version }) => [domain, version].filter(Boolean).join(' ')).join(', '),
    nodes: counted.nodes,
    initializers: counted.initializers,
    initializerBytes: [...counted.bytesByType.values()].reduce((sum, size) => sum + size, 0),
    precision:
      [...counted.bytesByType]
        .toSorted(([, one], [, other]) => other - one)
        .slice(0, 3)
        .map(([type]) => type)
        .join(', ') || 'no weights',
    inputs: ports(graph.input).filter(({ name }) => !given.has(name)),
    outputs,
  };
};

/** The first bytes tell what people drop by mistake. */
const refuseOtherFiles = (bytes: Uint8Array): void => {
  if (bytes.length === 0) throw new ModelRefused('The file is empty.');
  const start = new TextDecoder('latin1').decode(bytes.subarray(0, 64));
  if (start.startsWith('PK'))
    throw new ModelRefused('This is a ZIP archive. Unpack it and choose the .onnx file in it.');
  if (start.startsWith('version https://git-lfs'))
    throw new ModelRefused(
      'This is a Git LFS pointer, not the model. Fetch the file itself with “git lfs pull”.',
    );
  if (/^\s*<[!?a-z]/i.test(start))
    throw new ModelRefused('This is an HTML page. The download probably failed.');
  if (start.slice(4, 8) === 'ORTM')
    throw new ModelRefused(
      'This is a model in ORT format. The lab reads .onnx files: only they say what goes in and out in a way that can be checked. Choose the .onnx that it was made from.',
    );
};

interface Counted {
  nodes: number;
  initializers: number;
  readonly initializerNames: string[];
  readonly bytesByType: Map<string, number>;
}

/** Counts a graph and those inside its nodes, with a list in place of recursion. */
const countGraph = (outermost: Uint8Array): Counted => {
  const counted: Counted = { nodes: 0, initializers: 0, initializerNames: [], bytesByType: new Map() };
  const waiting = [{ message: outermost, depth: 0 }];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const { message, depth } = next;
    if (depth > limits.depth)
      throw new ModelRefused(`The model nests graphs more than ${limits.depth} deep.`);
    for (const field of fieldsOf(message)) {
      if (field.kind !== 'bytes') continue;
      if (field.number === graph.initializer) {
        countTensor(field.value, counted);
        if (depth === 0) counted.initializerNames.push(textIn(field.value, tensor.name));
      }
      if (field.number !== graph.node) continue;
      counted.nodes += 1;
      if (counted.nodes > limits.nodes)
        throw new ModelRefused(
          `The model has more than ${limits.nodes.toLocaleString('en-GB')} nodes, more than the lab takes.`,
        );
      for (const part of messagesIn(field.value, node.attribute))
        for (const held of fieldsOf(part)) {
          if (held.kind !== 'bytes') continue;
          if (held.number === attribute.tensor || held.number === attribute.tensors)
            countTensor(held.value, counted);
          if (held.number === attribute.graph || held.number === attribute.graphs)
            waiting.push({ message: held.value, depth: depth + 1 });
        }
    }
  }
  return counted;
};

const countTensor = (message: Uint8Array, counted: Counted): void => {
  counted.initializers += 1;
  let type = 'float32';
  let raw = 0;
  let other = 0;
  for (const field of fieldsOf(message)) {
    if (
      field.number === tensor.external ||
      (field.number === tensor.location && field.kind === 'number' && field.value === 1n)
    )
      throw new ModelRefused(
        'The model keeps weights in other files (external data). The lab opens one file and fetches nothing, so save the model with its weights inside.',
      );
    if (field.number === tensor.type && field.kind === 'number') type = typeName(Number(field.value));
    else if (field.number === tensor.raw && field.kind === 'bytes') raw = field.value.length;
    else if (field.kind === 'bytes' && field.number !== tensor.name) other += field.value.length;
  }
  counted.bytesByType.set(type, (counted.bytesByType.get(type) ?? 0) + (raw || other));
};

const readPort = (message: Uint8Array): Port => {
  const name = textIn(message, 1);
  const type = [...messagesIn(message, 2)].at(-1);
  const tensorType = type && [...messagesIn(type, 1)].at(-1);
  if (!tensorType) return { name, type: null, shape: null };
  const shape = [...messagesIn(tensorType, 2)].at(-1);
  const dimensions =
    shape && [...messagesIn(shape, 1)].map((dimension, axis) => readDimension(dimension, `${name}[${axis}]`));
  if (dimensions && dimensions.length > limits.rank)
    throw new ModelRefused(
      `${name} has ${dimensions.length} dimensions; the lab takes ${limits.rank} at most.`,
    );
  return { name, type: typeName(numberIn(tensorType, 1) ?? 0), shape: dimensions ?? null };
};

/** A size of zero or less is what some exporters write for a free one. */
const readDimension = (message: Uint8Array, unnamed: string): Dimension => {
  const size = numberIn(message, 1);
  if (size !== undefined && size > 0) return size;
  if (size !== undefined && size < 0 && size !== -1)
    throw new ModelRefused(`A dimension is ${size} long: ${unnamed} cannot be made.`);
  return textIn(message, 2, 100) || unnamed;
};
