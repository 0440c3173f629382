import { correctAnswers } from '../../../../src/engine/benchmark/correctAnswers.ts';
import { readHeldOutSet } from '../../../../src/engine/benchmark/heldOutSet.ts';
import type { Built } from '../../cards/builtModel.ts';
import { sha256 } from '../../cards/commonFields.ts';
import { openSession, ort } from '../../runtime.ts';
import { featureScale, features } from './curvedClasses.ts';

/** The model with the held-out set's right answers on its card, as ONNX Runtime gives them, all rows in one batch. */
export async function withAccuracy({ bytes, card }: Built, heldOut: Uint8Array): Promise<Built> {
  const rows = heldOut.length / (features + 1);
  const file = {
    file: 'mlp-held-out.bin',
    sha256: sha256(heldOut),
    rows,
    columns: features,
    scale: featureScale,
  };
  const set = readHeldOutSet(heldOut, file);
  const session = await openSession(bytes);
  const { logits } = await session.run({ x: new ort.Tensor('float32', set.features, [rows, features]) });
  await session.release();
  if (!(logits?.data instanceof Float32Array)) throw new TypeError(`${card.file} gave no float32 logits.`);
  const correct = correctAnswers(logits.data, set.labels);
  return { bytes, card: { ...card, accuracy: { heldOut: file, correct, share: correct / rows } } };
}
