import { create } from '@bufbuild/protobuf';
import { halfBits } from '../../../src/engine/benchmark/half.ts';
import { type TensorProto, TensorProto_DataType, TensorProtoSchema } from './onnx_pb.gen.ts';

export type FloatType = TensorProto_DataType.FLOAT | TensorProto_DataType.FLOAT16;

/** An initializer of floats in the type asked for. ONNX keeps raw data little-endian, whatever machine writes it. */
export function floatTensor(
  name: string,
  dims: readonly number[],
  values: ArrayLike<number>,
  type: FloatType = TensorProto_DataType.FLOAT,
): TensorProto {
  const half = type === TensorProto_DataType.FLOAT16;
  const size = half ? 2 : 4;
  const rawData = new Uint8Array(values.length * size);
  const view = new DataView(rawData.buffer);
  for (let index = 0; index < values.length; index++) {
    const value = values[index] ?? 0;
    if (half) view.setUint16(index * size, halfBits(value), true);
    else view.setFloat32(index * size, value, true);
  }
  return tensor(name, dims, type, rawData);
}

/** An initializer of whole numbers that take one byte each. */
export function byteTensor(
  name: string,
  dims: readonly number[],
  values: Uint8Array | Int8Array,
): TensorProto {
  const type = values instanceof Int8Array ? TensorProto_DataType.INT8 : TensorProto_DataType.UINT8;
  return tensor(name, dims, type, new Uint8Array(values));
}

/** An initializer of int64, as ONNX wants shapes and axes. */
export function integerTensor(name: string, values: readonly number[]): TensorProto {
  const rawData = new Uint8Array(values.length * 8);
  const view = new DataView(rawData.buffer);
  values.forEach((value, index) => {
    view.setBigInt64(index * 8, BigInt(value), true);
  });
  return tensor(name, [values.length], TensorProto_DataType.INT64, rawData);
}

const tensor = (
  name: string,
  dims: readonly number[],
  dataType: TensorProto_DataType,
  rawData: Uint8Array<ArrayBuffer>,
): TensorProto => create(TensorProtoSchema, { name, dims: dims.map(BigInt), dataType, rawData });
