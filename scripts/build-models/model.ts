import { create, type MessageInitShape, toBinary } from '@bufbuild/protobuf';
import { type GraphProtoSchema, ModelProtoSchema } from './onnx_pb.gen.ts';

/** File format and operator set that every shipped model declares. */
export const irVersion = 10;
export const opset = 21;

/** The bytes of an `.onnx` file around one graph. */
export function modelBytes(
  graph: MessageInitShape<typeof GraphProtoSchema>,
  description: string,
): Uint8Array {
  const model = create(ModelProtoSchema, {
    irVersion: BigInt(irVersion),
    producerName: 'goodput',
    docString: description,
    opsetImport: [{ domain: '', version: BigInt(opset) }],
    graph,
  });
  return toBinary(ModelProtoSchema, model);
}
