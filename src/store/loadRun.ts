import * as v from 'valibot';
import { measurementSchema } from './measurements.ts';

const times = v.array(v.number());
const range = v.object({ value: v.number(), lower: v.number(), upper: v.number() });

/** Requests that arrived by a schedule and were served by the real session, times in milliseconds from its start. */
const loadPointSchema = v.object({
  /** ρ = λ·E[S], with the service times measured before. */
  load: v.number(),
  /** λ, requests a second. */
  rate: v.number(),
  scheduled: times,
  /** As many as were served before the time ran out. */
  start: times,
  finish: times,
  /** Why it does not count, or null. */
  discarded: v.nullable(v.picklist(['hidden'])),
  /** What one server would have made of the same arrivals: the median and 95 of 100 replays. */
  replay: v.object({ mean: range, p95: range, runs: v.number() }),
});

/** Latency of the real session under load. */
export const loadRunSchema = v.object({
  experiment: v.literal('load'),
  id: v.string(),
  /** For example "Chromium 156 · Linux · 2 cores · WASM 1 thread". */
  device: v.string(),
  /** ISO 8601. */
  createdAt: v.string(),
  /** Whether it came with a file, and not from this browser. */
  imported: v.optional(v.boolean()),
  /** Of everything but the id, the time of day and how it came here. */
  fingerprint: v.string(),
  /** The service times without a queue, by the lab's usual protocol. */
  service: measurementSchema,
  seed: v.number(),
  /** In the order in which they were taken. */
  points: v.array(loadPointSchema),
});

export type LoadPoint = v.InferOutput<typeof loadPointSchema>;
export type LoadRun = v.InferOutput<typeof loadRunSchema>;
