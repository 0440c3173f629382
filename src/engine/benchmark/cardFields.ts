import * as v from 'valibot';

/**
 * How a model's weights and products are held: float32; float16; 8-bit integers with activations rounded anew in
 * every run; 8-bit and 4-bit integers in blocks, multiplied as floats (MatMulNBits).
 */
export const precisions = ['fp32', 'fp16', 'int8', 'q8', 'q4'] as const;
export type Precision = (typeof precisions)[number];

export const count = v.pipe(v.number(), v.integer(), v.minValue(1));
export const digest = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/));

/** An input or output; a dimension that is a word is a free axis of that name. */
export const port = v.object({ name: v.string(), shape: v.array(v.union([v.string(), count])) });

/** What the card of every shipped `.onnx` says: what it is and how to check its bytes. */
export const cardFields = {
  name: v.string(),
  title: v.string(),
  task: v.string(),
  file: v.string(),
  /** Hexadecimal digest of the file's bytes. */
  sha256: digest,
  bytes: count,
  precision: v.picklist(precisions),
  irVersion: count,
  opset: count,
  parameters: count,
  /** Bytes of weights, scales and tables in the graph: what one inference reads at least. */
  weightBytes: count,
  seed: v.number(),
  weights: v.string(),
  licence: v.string(),
  /** Where this precision runs and what to know of it there. */
  notes: v.string(),
};

/** The expected answer, how it was found and how far a right runtime may be from it. */
export const expectation = {
  /** The answer, row after row. */
  output: v.array(v.number()),
  computedWith: v.string(),
  tolerance: v.object({
    /** An element passes when |got − expected| ≤ absolute + relative · |expected|. */
    absolute: v.number(),
    relative: v.number(),
    /** Least share of rows whose largest element must stand where the reference's does. */
    argmaxAgreement: v.number(),
  }),
  /** Where the tolerance comes from. */
  toleranceBasis: v.string(),
};
