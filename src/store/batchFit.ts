import * as v from 'valibot';
import { fingerprint } from '../engine/record/index.ts';

const estimateSchema = v.object({ value: v.number(), lower: v.number(), upper: v.number() });

/** What a batch costs on the reader's device, T(n) = a + b·n, as the lab fitted it. Times in milliseconds. */
export const batchFitSchema = v.object({
  /** The run that it was fitted to. */
  runId: v.string(),
  model: v.object({ name: v.string(), precision: v.string() }),
  device: v.string(),
  batches: v.array(v.number()),
  /** Fingerprints of the measurements at those sizes. */
  measurements: v.array(v.string()),
  fixedMs: estimateSchema,
  perItemMs: estimateSchema,
  /** Whether the measured times lie on a line; null when there were too few sizes to tell. */
  straight: v.nullable(v.boolean()),
  rounds: v.number(),
  /** Of everything above but the run. */
  fingerprint: v.string(),
});

export type BatchFit = v.InferOutput<typeof batchFitSchema>;

/** Adds the fingerprint of a fit's substance. */
export function stampedFit(fit: Omit<BatchFit, 'fingerprint'>): BatchFit {
  const { runId: _, ...substance } = fit;
  return { ...fit, fingerprint: fingerprint(substance) };
}
