import { describe, expect, it } from 'vitest';
import { openSession, ort } from '../../../scripts/build-models/runtime.ts';
import { correctnessGate, type ModelCard, referenceBatch } from '../../../src/engine/benchmark/index.ts';
import { floatOutput } from './runtimeOutput.ts';
import { feedForwardCards, shipped } from './shipped.ts';

const answer = async (card: ModelCard, input: Float32Array, batch: number): Promise<Float32Array> => {
  const session = await openSession(shipped(card.file));
  const shape = [batch, ...card.reference.input.rowShape];
  const outputs = await session.run({ [card.input.name]: new ort.Tensor('float32', input, shape) });
  await session.release();
  return floatOutput(outputs, card.output.name);
};

describe.each(feedForwardCards().map((card) => [card.file, card] as const))('%s', (_, card) => {
  const { rows } = card.reference.input;
  it.each([1, rows, rows + 3])(
    'agrees with the float64 reference in ONNX Runtime at batch %d',
    async (batch) => {
      const { input, expected } = referenceBatch(card, batch);
      const got = await answer(card, input, batch);
      const { tolerance } = card.reference;
      const gate = correctnessGate(got, expected, { tolerance, width: expected.length / batch });
      expect(gate).toMatchObject({ passed: true, notFinite: 0 });
    },
  );

  it('would not pass with a wrong answer: all zeros, or the rows in another order', () => {
    const { expected } = referenceBatch(card, rows);
    const rule = { tolerance: card.reference.tolerance, width: expected.length / rows };
    const turned = [...expected.subarray(rule.width), ...expected.subarray(0, rule.width)];
    expect(correctnessGate(new Float64Array(expected.length), expected, rule).passed).toBe(false);
    expect(correctnessGate(turned, expected, rule).passed).toBe(false);
  });
});
