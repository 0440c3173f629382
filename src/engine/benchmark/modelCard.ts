import * as v from 'valibot';
import { cardFields, count, digest, expectation, port } from './cardFields.ts';

/** The card of a model that maps each row of one float input to a row of one float output. */
export const modelCardSchema = v.object({
  kind: v.literal('feedForward'),
  ...cardFields,
  /** Multiply–adds for one row. */
  multiplyAddsPerRow: count,
  input: port,
  output: port,
  reference: v.object({
    /** Rows of `seededValues(seed, rows · columns)`; a larger batch repeats them in order. */
    input: v.object({
      recipe: v.literal('seededValues'),
      seed: v.number(),
      rows: count,
      columns: count,
      /** Dimensions of one row: the input's shape without the batch, free axes at the reference's size. */
      rowShape: v.array(count),
    }),
    ...expectation,
  }),
  /** Right answers on the held-out set, counted with ONNX Runtime on WASM; only where the model was trained. */
  accuracy: v.optional(
    v.object({
      heldOut: v.object({ file: v.string(), sha256: digest, rows: count, columns: count, scale: v.number() }),
      correct: count,
      share: v.number(),
      /** Rows that get the class that the fp32 model gives them, right or wrong. */
      sameAsFp32: count,
    }),
  ),
});

export type ModelCard = v.InferOutput<typeof modelCardSchema>;
