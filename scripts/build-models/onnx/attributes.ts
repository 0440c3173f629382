import { create } from '@bufbuild/protobuf';
import { type AttributeProto, AttributeProto_AttributeType, AttributeProtoSchema } from './onnx_pb.gen.ts';

/** Settings of an operation by name: a whole number is an INT, a list of them INTS; floats are marked. */
export type Attributes = Readonly<Record<string, number | readonly number[] | { readonly float: number }>>;

/** The settings as ONNX writes them. */
export function attributeList(attributes: Attributes): AttributeProto[] {
  return Object.entries(attributes).map(([name, value]) => {
    if (typeof value === 'number')
      return create(AttributeProtoSchema, { name, type: AttributeProto_AttributeType.INT, i: BigInt(value) });
    if ('float' in value)
      return create(AttributeProtoSchema, { name, type: AttributeProto_AttributeType.FLOAT, f: value.float });
    return create(AttributeProtoSchema, {
      name,
      type: AttributeProto_AttributeType.INTS,
      ints: value.map(BigInt),
    });
  });
}
