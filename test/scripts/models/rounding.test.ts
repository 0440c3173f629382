import { describe, expect, it } from 'vitest';
import { tolerance } from '../../../scripts/build-models/cards/tolerance.ts';
import { seededBlock } from '../../../scripts/build-models/models/transformer-block/block.ts';
import { evaluateBlock } from '../../../scripts/build-models/models/transformer-block/evaluateBlock.ts';
import { roundedDense } from '../../../scripts/build-models/reference/roundedDense.ts';
import { openSession, ort } from '../../../scripts/build-models/runtime.ts';
import { referenceBatch } from '../../../src/engine/benchmark/index.ts';
import { floatOutput } from './runtimeOutput.ts';
import { feedForwardCards, shipped } from './shipped.ts';

const blocks = feedForwardCards().filter(({ name }) => name === 'transformer-block');

it.each(blocks)('ONNX Runtime rounds $file just as the float64 pass does', async (card) => {
  const { rows, rowShape } = card.reference.input;
  const { input, expected } = referenceBatch(card, rows);
  const [tokens = 0] = rowShape;
  const dense = roundedDense(card.precision);
  const rounded = evaluateBlock(seededBlock(card.seed), Float64Array.from(input), tokens, dense);
  const session = await openSession(shipped(card.file));
  const x = new ort.Tensor('float32', input, [rows, ...rowShape]);
  const got = floatOutput(await session.run({ x }), 'pooled');
  await session.release();
  const largest = (other: ArrayLike<number>) =>
    got.reduce((most, value, index) => Math.max(most, Math.abs(value - other[index]!)), 0);
  // fp16 on WASM also rounds between the layers, and a byte at a tie may fall to the other side.
  const share = { fp32: 1, fp16: 1, int8: 0.1, q8: 0.001, q4: 0.001 }[card.precision];
  expect(largest(rounded)).toBeLessThan(Math.max(1e-6, share * largest(expected)));
});

describe('the tolerance', () => {
  const exact = Float64Array.of(3, 4, 4, 3.5);
  it('is the share of float32 sums and twice the rounding', () => {
    const { tolerance: found } = tolerance('q8', exact, Float64Array.of(3, 4.1, 4, 3.5), 2);
    const size = Math.sqrt((9 + 16 + 16 + 12.25) / 4);
    expect(found.absolute).toBeCloseTo(1e-4 * size + 0.2, 3);
    expect(found.relative).toBe(1e-4);
  });
  it('asks for the argmax of the rows that are further apart than twice it', () => {
    // Gaps of 1 and 0.5 against twice 0.3004 and more.
    expect(tolerance('q8', exact, Float64Array.of(3.15, 4, 4, 3.5), 2).tolerance.argmaxAgreement).toBe(0.5);
    expect(tolerance('fp32', exact, exact, 2).tolerance.argmaxAgreement).toBe(1);
  });
});
