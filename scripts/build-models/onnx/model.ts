import { create, type MessageInitShape, toBinary } from '@bufbuild/protobuf';
import { type GraphProtoSchema, ModelProtoSchema, type NodeProto } from './onnx_pb.gen.ts';

/** File format and operator set that every shipped model declares. */
export const irVersion = 10;
export const opset = 21;

/** The operator set of ONNX Runtime's own operations. */
export const microsoft = 'com.microsoft';

/** The bytes of an `.onnx` file around one graph. */
export function modelBytes(
  graph: MessageInitShape<typeof GraphProtoSchema> & { node: NodeProto[] },
  description: string,
): Uint8Array {
  const opsetImport = [{ domain: '', version: BigInt(opset) }];
  if (graph.node.some(({ domain }) => domain === microsoft))
    opsetImport.push({ domain: microsoft, version: 1n });
  const model = create(ModelProtoSchema, {
    irVersion: BigInt(irVersion),
    producerName: 'goodput',
    docString: description,
    opsetImport,
    graph,
  });
  return toBinary(ModelProtoSchema, model);
}
