import { create } from '@bufbuild/protobuf';
import { TensorProto_DataType, type ValueInfoProto, ValueInfoProtoSchema } from './onnx_pb.gen.ts';

/** Sizes of an input's or output's axes; a word is a free axis of that name. */
export type Shape = readonly (number | string)[];

/** An input or output of the graph. */
export function value(name: string, shape: Shape, type = TensorProto_DataType.FLOAT): ValueInfoProto {
  const dim = shape.map((size) =>
    typeof size === 'string'
      ? { value: { case: 'dimParam' as const, value: size } }
      : { value: { case: 'dimValue' as const, value: BigInt(size) } },
  );
  const tensor = { elemType: type, shape: { dim } };
  return create(ValueInfoProtoSchema, { name, type: { value: { case: 'tensorType', value: tensor } } });
}
