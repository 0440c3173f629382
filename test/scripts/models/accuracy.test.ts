import { expect, it } from 'vitest';
import { sha256 } from '../../../scripts/build-models/cards/commonFields.ts';
import { openSession, ort } from '../../../scripts/build-models/runtime.ts';
import { predictedClasses, readHeldOutSet, sameClasses } from '../../../src/engine/benchmark/index.ts';
import { floatOutput } from './runtimeOutput.ts';
import { feedForwardCards, shipped } from './shipped.ts';

const trained = feedForwardCards().flatMap((card) =>
  card.accuracy ? [{ card, accuracy: card.accuracy }] : [],
);

it('the classifier is trained in five precisions', () => {
  expect(trained.map(({ card }) => card.precision).sort()).toEqual(['fp16', 'fp32', 'int8', 'q4', 'q8']);
});

it.each(trained)(
  '$card.file has the accuracy on its card, run in batches of 500',
  async ({ card, accuracy }) => {
    const { heldOut } = accuracy;
    const file = shipped(heldOut.file);
    expect(sha256(file)).toBe(heldOut.sha256);
    const { features, labels } = readHeldOutSet(file, heldOut);
    const session = await openSession(shipped(card.file));
    const logits: number[] = [];
    for (let from = 0; from < heldOut.rows; from += 500) {
      const rows = features.slice(from * heldOut.columns, (from + 500) * heldOut.columns);
      const outputs = await session.run({ x: new ort.Tensor('float32', rows, [500, heldOut.columns]) });
      logits.push(...floatOutput(outputs, 'logits'));
    }
    await session.release();
    // Dynamic int8 rounds with the range of the whole batch, so another batch size may move a row at the border.
    const correct = sameClasses(predictedClasses(logits, 10), labels);
    expect(Math.abs(correct - accuracy.correct)).toBeLessThanOrEqual(card.precision === 'int8' ? 4 : 0);
    expect(accuracy.share).toBe(accuracy.correct / heldOut.rows);
    expect(accuracy.share).toBeGreaterThan(0.85);
    expect(accuracy.share).toBeLessThan(0.95);
  },
);

it('a held-out file of the wrong length is refused', () => {
  expect(() => readHeldOutSet(new Uint8Array(7), { rows: 2, columns: 3, scale: 1 })).toThrow(
    /7 bytes, not 2 rows of 4/,
  );
});

it('reads signed features and the class after them', () => {
  const set = readHeldOutSet(Uint8Array.of(255, 64, 9), { rows: 1, columns: 2, scale: 1 / 128 });
  expect([...set.features, ...set.labels]).toEqual([-1 / 128, 0.5, 9]);
});
