import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { fromBinary } from '@bufbuild/protobuf';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { buildAddition } from '../../../scripts/build-models/buildAddition.ts';
import { buildMlp } from '../../../scripts/build-models/buildMlp.ts';
import { evaluateMlp, type Layer } from '../../../scripts/build-models/mlp.ts';
import { ModelProtoSchema } from '../../../scripts/build-models/onnx_pb.gen.ts';
import { modelCardSchema, referenceBatch, seededValues } from '../../../src/engine/benchmark/index.ts';

const committed = (name: string) => readFileSync(new URL(`../../../public/models/${name}`, import.meta.url));

describe('the shipped models', () => {
  it('are rebuilt to the very bytes that are committed', () => {
    const { bytes, card } = buildMlp();
    expect(Buffer.compare(Buffer.from(bytes), committed('mlp.onnx'))).toBe(0);
    expect(`${JSON.stringify(card, null, 2)}\n`).toBe(committed('mlp.json').toString('utf8'));
    expect(Buffer.compare(Buffer.from(buildAddition()), committed('addition.onnx'))).toBe(0);
  });

  it('have a card whose digest and size are those of the file', () => {
    const card = v.parse(modelCardSchema, JSON.parse(committed('mlp.json').toString('utf8')));
    const file = committed('mlp.onnx');
    expect(createHash('sha256').update(file).digest('hex')).toBe(card.sha256);
    expect(file.length).toBe(card.bytes);
    expect(card.reference.output).toHaveLength(card.reference.input.rows * 10);
    expect(card.parameters).toBe(64 * 256 + 256 + 256 * 256 + 256 + 256 * 10 + 10);
  });

  it('declare IR 10, opset 21 and a free batch axis', () => {
    const model = fromBinary(ModelProtoSchema, committed('mlp.onnx'));
    expect(model.irVersion).toBe(10n);
    expect(model.opsetImport.map((entry) => entry.version)).toEqual([21n]);
    expect(model.graph?.node.map((node) => node.opType)).toEqual(['Gemm', 'Relu', 'Gemm', 'Relu', 'Gemm']);
    const type = model.graph?.input[0]?.type?.value;
    const dimensions = type?.case === 'tensorType' ? type.value.shape?.dim.map((dim) => dim.value.value) : [];
    expect(dimensions).toEqual(['batch', 64n]);
  });
});

describe('a reference batch', () => {
  const shipped = v.parse(modelCardSchema, JSON.parse(committed('mlp.json').toString('utf8')));
  const card = {
    ...shipped,
    reference: {
      ...shipped.reference,
      input: { recipe: 'seededValues' as const, seed: 3, rows: 2, columns: 3 },
      output: [1, 2, 3, 4],
    },
  };
  const [first, second] = [seededValues(3, 6).slice(0, 3), seededValues(3, 6).slice(3)];

  it('repeats the card’s rows in order, with the answer to each', () => {
    const { input, expected } = referenceBatch(card, 5);
    expect([...input]).toEqual([...first, ...second, ...first, ...second, ...first]);
    expect([...expected]).toEqual([1, 2, 3, 4, 1, 2, 3, 4, 1, 2]);
  });
  it('takes the first rows where fewer are asked for', () => {
    const { input, expected } = referenceBatch(card, 1);
    expect([...input]).toEqual([...first]);
    expect([...expected]).toEqual([1, 2]);
  });
});

describe('the reference evaluation', () => {
  it('agrees with a layer worked by hand', () => {
    const layers: Layer[] = [
      { inputs: 2, outputs: 2, weights: Float32Array.of(1, -1, 2, 0.5), bias: Float32Array.of(0.5, -0.25) },
      { inputs: 2, outputs: 1, weights: Float32Array.of(3, 4), bias: Float32Array.of(1) },
    ];
    // x = (1, 2): dense (5.5, −0.25) → ReLU (5.5, 0) → 3 · 5.5 + 1 = 17.5. x = (−1, 1): (1.5, 1.25) → 10.5.
    expect(Array.from(evaluateMlp(layers, Float32Array.of(1, 2, -1, 1), 2))).toEqual([17.5, 10.5]);
  });
});
