import * as v from 'valibot';
import { coldPartsSchema, environmentStampSchema, gateResultSchema } from '../engine/benchmark/index.ts';

/** One generation: how it was asked for, and when each of its tokens was there. */
export const generationSchema = v.object({
  /** Generations of one round stood side by side in time. */
  round: v.number(),
  promptTokens: v.number(),
  /** Rows that were written at once. */
  batch: v.number(),
  cache: v.picklist(['growing', 'static']),
  /** Milliseconds from the start of sampling. */
  startMs: v.number(),
  /** When each token was there, in milliseconds after the start of the generation. */
  tokenMs: v.array(v.number()),
  discarded: v.nullable(v.literal('hidden')),
});

/** What the lab measured of a language model: the raw time of every token. */
export const languageRunSchema = v.object({
  experiment: v.literal('language'),
  id: v.string(),
  /** For example "fp32 · WASM, 1 thread". */
  name: v.string(),
  model: v.object({ name: v.string(), precision: v.string(), sha256: v.string(), bytes: v.number() }),
  provider: v.picklist(['wasm', 'webgpu']),
  threads: v.number(),
  isolated: v.boolean(),
  newTokens: v.number(),
  /** Most prompt tokens in one run, or null where prompts were read whole. */
  piece: v.nullable(v.number()),
  /** The gate on the prompt read whole, where it failed: the reason for reading in pieces. */
  wholePrompt: v.nullable(gateResultSchema),
  /** The worst over all cache layouts and batches, before and after the samples. */
  gateBefore: gateResultSchema,
  gateAfter: gateResultSchema,
  cold: coldPartsSchema,
  warmUp: v.object({
    kind: v.picklist(['steady', 'none']),
    durationMs: v.number(),
    /** Time per token of each warm-up generation, in order. */
    tokenMs: v.array(v.number()),
  }),
  generations: v.array(generationSchema),
  /** What the first row of the first generation reads. */
  text: v.string(),
  drift: v.object({ change: v.number(), flagged: v.boolean() }),
  stop: v.picklist(['time', 'count']),
  stamp: environmentStampSchema,
  device: v.string(),
  /** ISO 8601. */
  createdAt: v.string(),
  /** Whether it came with a file, and not from this browser. */
  imported: v.optional(v.boolean()),
  /** Of everything above but the id, the time of day and how it came here. */
  fingerprint: v.string(),
});

export type Generation = v.InferOutput<typeof generationSchema>;
export type LanguageRun = v.InferOutput<typeof languageRunSchema>;
