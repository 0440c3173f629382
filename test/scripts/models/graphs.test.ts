import { fromBinary } from '@bufbuild/protobuf';
import { describe, expect, it } from 'vitest';
import { ModelProtoSchema, type ValueInfoProto } from '../../../scripts/build-models/onnx/onnx_pb.gen.ts';
import { shipped, shippedCards } from './shipped.ts';

const dimensions = ({ type }: ValueInfoProto): (string | number)[] =>
  type?.value.case === 'tensorType'
    ? (type.value.value.shape?.dim ?? []).map(({ value }) =>
        value.case === 'dimParam' ? value.value : Number(value.value),
      )
    : [];

const ports = (infos: readonly ValueInfoProto[]) =>
  infos.map((info) => ({ name: info.name, shape: dimensions(info) }));

describe.each(shippedCards().map((card) => [card.file, card] as const))('%s', (file, card) => {
  const model = fromBinary(ModelProtoSchema, shipped(file));

  it('declares what its card says: IR, operator set, inputs and outputs', () => {
    expect(Number(model.irVersion)).toBe(card.irVersion);
    expect(Number(model.opsetImport.find(({ domain }) => domain === '')?.version)).toBe(card.opset);
    const bare = ({ name, shape }: { name: string; shape: (string | number)[] }) => ({ name, shape });
    const inputs = card.kind === 'feedForward' ? [card.input] : card.inputs.map(bare);
    const outputs = card.kind === 'feedForward' ? [card.output] : card.outputs.map(bare);
    expect(ports(model.graph?.input ?? [])).toEqual(inputs);
    expect(ports(model.graph?.output ?? [])).toEqual(outputs);
    expect(inputs[0]?.shape[0]).toBe('batch');
  });

  it('multiplies in the way its precision is named for', () => {
    const kinds = new Set(model.graph?.node.map(({ opType }) => opType));
    const products = {
      fp32: 'MatMul',
      fp16: 'MatMul',
      int8: 'MatMulInteger',
      q8: 'MatMulNBits',
      q4: 'MatMulNBits',
    };
    expect(kinds).toContain(products[card.precision]);
    expect(kinds.has('Cast')).toBe(card.precision === 'fp16' || card.precision === 'int8');
    const bits = model.graph?.node.flatMap(({ attribute }) =>
      attribute.filter(({ name }) => name === 'bits').map(({ i }) => Number(i)),
    );
    expect(new Set(bits)).toEqual(new Set({ q8: [8], q4: [4] }[card.precision as string]));
  });
});
