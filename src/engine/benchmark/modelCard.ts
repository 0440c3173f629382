import * as v from 'valibot';

const count = v.pipe(v.number(), v.integer(), v.minValue(1));
const port = v.object({ name: v.string(), shape: v.array(v.union([v.string(), count])) });

/** What stands beside every shipped `.onnx`: what it is, how to check its bytes and how to check its answers. */
export const modelCardSchema = v.object({
  name: v.string(),
  title: v.string(),
  task: v.string(),
  file: v.string(),
  /** Hexadecimal digest of the file's bytes. */
  sha256: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/)),
  bytes: count,
  precision: v.literal('fp32'),
  irVersion: count,
  opset: count,
  parameters: count,
  /** Multiply–adds for one row. */
  multiplyAddsPerRow: count,
  seed: v.number(),
  weights: v.string(),
  licence: v.string(),
  input: port,
  output: port,
  reference: v.object({
    /** Rows of `seededValues(seed, rows · columns)`; a larger batch repeats them in order. */
    input: v.object({ recipe: v.literal('seededValues'), seed: v.number(), rows: count, columns: count }),
    /** The answer for those rows, row after row. */
    output: v.array(v.number()),
    computedWith: v.string(),
    /** An element passes when |got − expected| ≤ absolute + relative · |expected|. */
    tolerance: v.object({ absolute: v.number(), relative: v.number() }),
  }),
});

export type ModelCard = v.InferOutput<typeof modelCardSchema>;
