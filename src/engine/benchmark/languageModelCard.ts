import * as v from 'valibot';
import { cardFields, count, expectation, port } from './cardFields.ts';

const typedPort = v.object({ ...port.entries, type: v.picklist(['float32', 'float16', 'int32']) });
const tokens = v.array(v.pipe(v.number(), v.integer(), v.minValue(0)));

/** The card of a model that reads token ids and a key–value cache and returns logits and the longer cache. */
export const languageModelCardSchema = v.object({
  kind: v.literal('languageModel'),
  ...cardFields,
  /** Multiply–adds of the weights for one token; attention adds 2 · width for every token in the cache and layer. */
  multiplyAddsPerToken: count,
  /** The characters in the order of their ids. */
  vocabulary: v.string(),
  /** Most tokens that a cache may hold: the position tables end there. */
  context: count,
  layers: count,
  width: count,
  heads: count,
  keyValueHeads: count,
  headSize: count,
  /** Bytes of keys and values that one more token adds to the cache, over all layers. */
  cacheBytesPerToken: count,
  inputs: v.array(typedPort),
  outputs: v.array(typedPort),
  reference: v.object({
    /** Read in one run; its last position gives the first row. */
    prompt: tokens,
    /** Read one at a time after the prompt; each gives one more row of logits. */
    continuation: tokens,
    ...expectation,
  }),
});

export type LanguageModelCard = v.InferOutput<typeof languageModelCardSchema>;
