import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import type { InferenceSession } from 'onnxruntime-web';
import {
  type ModelCard,
  predictedClasses,
  readHeldOutSet,
  sameClasses,
} from '../../../engine/benchmark/index.ts';
import { LabFailure } from '../failures.ts';
import { fetchBytes } from './fetchBytes.ts';
import type { Runtime } from './loadRuntime.ts';

/** Right answers of this session, here and now. */
export interface Score {
  readonly correct: number;
  readonly rows: number;
}

const rowsAtOnce = 250;

/** Runs the session over the model's held-out set and counts the right answers. */
export async function score(
  ort: Runtime,
  session: InferenceSession,
  card: ModelCard,
  url: string,
): Promise<Score> {
  if (!card.accuracy) throw new LabFailure('bad-message', `${card.name} has no held-out set`);
  const { heldOut } = card.accuracy;
  const { bytes } = await fetchBytes(url);
  const digest = bytesToHex(sha256(bytes));
  if (digest !== heldOut.sha256) throw new LabFailure('wrong-model', digest);
  const { features, labels } = readHeldOutSet(bytes, heldOut);
  let correct = 0;
  for (let row = 0; row < heldOut.rows; row += rowsAtOnce) {
    const end = Math.min(heldOut.rows, row + rowsAtOnce);
    const part = features.subarray(row * heldOut.columns, end * heldOut.columns);
    const input = new ort.Tensor('float32', part, [end - row, heldOut.columns]);
    const outputs = await session.run({ [card.input.name]: input });
    const scores = outputs[card.output.name]?.data;
    if (!(scores instanceof Float32Array)) throw new LabFailure('runtime', 'the scores are not float32');
    const classes = predictedClasses(scores, scores.length / (end - row));
    correct += sameClasses(classes, labels.subarray(row, end));
  }
  return { correct, rows: heldOut.rows };
}
