import { readHeldOutSet } from '../../../../src/engine/benchmark/heldOutSet.ts';
import { predictedClasses, sameClasses } from '../../../../src/engine/benchmark/predictedClasses.ts';
import type { Built } from '../../cards/builtModel.ts';
import { sha256 } from '../../cards/commonFields.ts';
import { openSession, ort } from '../../runtime.ts';
import { classes, featureScale, features } from './curvedClasses.ts';

/**
 * The models, fp32 first, with the held-out set's right answers on their cards, as ONNX Runtime gives them, all rows
 * in one batch.
 */
export async function withAccuracy(models: readonly Built[], heldOut: Uint8Array): Promise<Built[]> {
  const rows = heldOut.length / (features + 1);
  const file = {
    file: 'mlp-held-out.bin',
    sha256: sha256(heldOut),
    rows,
    columns: features,
    scale: featureScale,
  };
  const set = readHeldOutSet(heldOut, file);
  const done: Built[] = [];
  let first: Uint8Array | null = null;
  for (const { bytes, card } of models) {
    const answers = await answersOf(bytes, set.features, rows);
    first ??= answers;
    const correct = sameClasses(answers, set.labels);
    const sameAsFp32 = sameClasses(answers, first);
    done.push({
      bytes,
      card: { ...card, accuracy: { heldOut: file, correct, share: correct / rows, sameAsFp32 } },
    });
  }
  return done;
}

const answersOf = async (
  model: Uint8Array,
  rowsOfFeatures: Float32Array,
  rows: number,
): Promise<Uint8Array> => {
  const session = await openSession(model);
  const { logits } = await session.run({ x: new ort.Tensor('float32', rowsOfFeatures, [rows, features]) });
  await session.release();
  if (!(logits?.data instanceof Float32Array)) throw new TypeError('The model gave no float32 logits.');
  return predictedClasses(logits.data, classes);
};
