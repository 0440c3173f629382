import * as v from 'valibot';

const bound = v.nullable(v.number());

export const quantileEstimateSchema = v.object({
  p: v.number(),
  value: v.number(),
  lower: bound,
  upper: bound,
  resolvable: v.boolean(),
  needed: v.number(),
});

const meanEstimateSchema = v.object({ value: v.number(), lower: bound, upper: bound });

export const gateResultSchema = v.object({
  passed: v.boolean(),
  maxAbsolute: v.number(),
  maxRelative: v.number(),
  argmaxAgreement: v.number(),
  notFinite: v.number(),
  scale: v.optional(v.number()),
});

/** The parts of a cold start, in milliseconds, each measured apart. */
export const coldPartsSchema = v.object({
  fetchRuntimeMs: v.number(),
  /** Compile and start the runtime, with a four-float addition as its first session. */
  startRuntimeMs: v.number(),
  fetchModelMs: v.number(),
  createSessionMs: v.number(),
  firstRunMs: v.number(),
  /** False on a page's first run; after it the browser's caches are warm. */
  warmCache: v.boolean(),
});

/** What a measurement says. Times in milliseconds for one run of a whole batch. */
export const reportSchema = v.object({
  samples: v.number(),
  /** Runs in one sample; above 1, the quantiles are those of means of so many runs. */
  innerRuns: v.number(),
  effectiveSamples: v.number(),
  p50: quantileEstimateSchema,
  p90: quantileEstimateSchema,
  p95: quantileEstimateSchema,
  p99: quantileEstimateSchema,
  /** With a batch-means interval, which allows for correlation between neighbours. */
  mean: meanEstimateSchema,
  /** Rows a second at this batch size, with one caller. */
  throughput: meanEstimateSchema,
  /** Samples above p75 + 3 · (p75 − p25): flagged, never dropped. */
  outliers: v.number(),
  discardedBlocks: v.number(),
  drift: v.object({ change: v.number(), flagged: v.boolean() }),
  stop: v.picklist(['precision', 'time', 'count']),
  warmUp: v.object({
    kind: v.picklist(['steady', 'none']),
    shape: v.nullable(v.picklist(['flat', 'faster', 'slower'])),
    durationMs: v.number(),
  }),
  cold: coldPartsSchema,
  gateBefore: gateResultSchema,
  gateAfter: gateResultSchema,
});

export type ColdParts = v.InferOutput<typeof coldPartsSchema>;
export type Report = v.InferOutput<typeof reportSchema>;
