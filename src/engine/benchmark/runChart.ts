import * as v from 'valibot';

const times = v.array(v.number());

/** A stretch of warm-up: the median run time in it. Times in milliseconds from the first warm-up run. */
export const windowSchema = v.object({ startMs: v.number(), endMs: v.number(), medianMs: v.number() });

/** Samples taken without a pause between them, and the calibration kernel's times on both sides. */
export const blockSchema = v.object({
  /** Blocks of the same round, of configurations measured together, stand next to each other in time. */
  round: v.number(),
  startMs: v.number(),
  endMs: v.number(),
  /** Milliseconds for one run, in order. */
  samples: times,
  calibrationBefore: times,
  calibrationAfter: times,
  /** Why these samples do not count, or null. */
  discarded: v.nullable(v.picklist(['hidden'])),
});

/** Everything that was measured, in the order in which it was. */
export const runChartSchema = v.object({
  warmUp: v.array(windowSchema),
  /** Index of the first steady window, or null when no steady state was found. */
  steadyFrom: v.nullable(v.number()),
  blocks: v.array(blockSchema),
});

export type Window = v.InferOutput<typeof windowSchema>;
export type Block = v.InferOutput<typeof blockSchema>;
export type RunChart = v.InferOutput<typeof runChartSchema>;

/** The samples that count, in order. */
export function keptSamples(blocks: readonly Block[]): number[] {
  return blocks.filter((block) => block.discarded === null).flatMap((block) => block.samples);
}
