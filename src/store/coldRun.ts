import * as v from 'valibot';
import { environmentStampSchema, windowSchema } from '../engine/benchmark/index.ts';

/** One start of an engine in a fresh worker, times in milliseconds. */
const coldRepetitionSchema = v.object({
  /** Id of the engine. */
  engine: v.string(),
  /** From 0, in the order in which all engines started. */
  order: v.number(),
  /** False for the first start of this runtime in the page, unless its files came from a cache. */
  warmCache: v.boolean(),
  fetchRuntimeMs: v.number(),
  startRuntimeMs: v.number(),
  fetchModelMs: v.number(),
  createSessionMs: v.number(),
  firstRunMs: v.number(),
  secondRunMs: v.number(),
  /** The runs after the second, singly, as long as there are few of them. */
  runsMs: v.array(v.number()),
  /** Medians of stretches of some 20 ms, from the start of the first run. */
  windows: v.array(windowSchema),
  /** Index of the first steady window, or null when none was found. */
  steadyFrom: v.nullable(v.number()),
  /** Why it does not count, or null. */
  discarded: v.nullable(v.picklist(['hidden'])),
});

/** Starts of one model on several engines. */
export const coldRunSchema = v.object({
  experiment: v.literal('cold'),
  id: v.string(),
  /** For example "Chromium 156 · Linux · 2 cores". */
  device: v.string(),
  /** ISO 8601. */
  createdAt: v.string(),
  /** Whether it came with a file, and not from this browser. */
  imported: v.optional(v.boolean()),
  /** Of everything but the id, the time of day and how it came here. */
  fingerprint: v.string(),
  model: v.object({ name: v.string(), sha256: v.string(), precision: v.string(), bytes: v.number() }),
  batch: v.number(),
  engines: v.array(v.object({ id: v.string(), name: v.string(), stamp: environmentStampSchema })),
  repetitions: v.array(coldRepetitionSchema),
});

export type ColdRepetition = v.InferOutput<typeof coldRepetitionSchema>;
export type ColdRun = v.InferOutput<typeof coldRunSchema>;
