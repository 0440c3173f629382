import * as v from 'valibot';
import { environmentStampSchema, reportSchema, runChartSchema } from '../engine/benchmark/index.ts';
import { fingerprint } from '../engine/record/index.ts';
import { type BatchFit, batchFitSchema } from './batchFit.ts';
import { createPersistedStore } from './persist.ts';

export const measurementSchema = v.object({
  id: v.string(),
  /** Measurements taken together, taking turns, share this; only those may be compared in pairs. */
  runId: v.string(),
  /** The lab's experiment that it belongs to; the first version knew one. */
  experiment: v.optional(v.string(), 'providers'),
  /** The row's name in the comparison, for example "WASM, 1 thread". */
  name: v.string(),
  model: v.object({
    name: v.string(),
    sha256: v.string(),
    precision: v.string(),
    shape: v.array(v.number()),
    /** Size of the file; the first version lacked it. */
    bytes: v.optional(v.number()),
  }),
  provider: v.picklist(['wasm', 'webgpu']),
  /** Threads that really ran. */
  threads: v.number(),
  isolated: v.boolean(),
  batch: v.number(),
  /**
   * Milliseconds for one inference of the whole batch, in order. With `report.innerRuns` > 1 each is a mean of so
   * many runs, so their spread is smaller than that of single runs.
   */
  serviceTimes: v.array(v.number()),
  /** Right answers on the model's held-out set, where the experiment asked for them. */
  accuracy: v.optional(v.object({ correct: v.number(), rows: v.number() })),
  report: reportSchema,
  /** Warm-up and blocks in order, for the run chart. */
  chart: runChartSchema,
  stamp: environmentStampSchema,
  /** For example "Chromium 156 · Linux · 2 cores · WASM 1 thread". */
  device: v.string(),
  /** ISO 8601. */
  createdAt: v.string(),
  /** Whether it came with a file, and not from this browser. */
  imported: v.optional(v.boolean()),
  /** Of everything above but the id, the run, the time of day and how it came here. */
  fingerprint: v.string(),
});

export type Measurement = v.InferOutput<typeof measurementSchema>;

const savedSchema = v.object({
  measurements: v.array(measurementSchema),
  /** Id of the measurement that lesson 2.4 lays over its formula and its simulation, or null. */
  sentToLesson: v.nullable(v.string()),
  /** The cost of a batch that lesson 4.1 uses, or null. */
  batchFit: v.optional(v.nullable(batchFitSchema), null),
});

/** What readers have measured on their own devices, oldest first. */
export const measurements = createPersistedStore({
  key: 'measurements',
  version: 1,
  schema: savedSchema,
  initial: { measurements: [], sentToLesson: null, batchFit: null },
});

/** Saves measurements; the promise settles after the attempt, and the store's status says whether it is on disk. */
export function saveMeasurements(added: readonly Measurement[]): Promise<void> {
  const ids = new Set(added.map(({ id }) => id));
  return measurements.update((saved) => ({
    ...saved,
    measurements: [...saved.measurements.filter(({ id }) => !ids.has(id)), ...added],
  }));
}

/** Deletes one measurement; a lesson that used it, or a fit that rests on it, has none. */
export function deleteMeasurement(id: string): Promise<void> {
  return measurements.update((saved) => ({
    measurements: saved.measurements.filter((measurement) => measurement.id !== id),
    sentToLesson: saved.sentToLesson === id ? null : saved.sentToLesson,
    batchFit: restsOn(
      saved.batchFit,
      saved.measurements.find((one) => one.id === id),
    )
      ? null
      : saved.batchFit,
  }));
}

const restsOn = (fit: BatchFit | null, gone: Measurement | undefined): boolean =>
  fit !== null && gone !== undefined && fit.measurements.includes(gone.fingerprint);

/** Chooses what a batch costs for lesson 4.1. */
export function sendBatchFit(batchFit: BatchFit): Promise<void> {
  return measurements.update((saved) => ({ ...saved, batchFit }));
}

/** Chooses the measurement for lesson 2.4's third layer; it is saved as well if it was not yet. */
export function sendToLesson(measurement: Measurement): Promise<void> {
  return measurements.update((saved) => ({
    ...saved,
    measurements: saved.measurements.some(({ id }) => id === measurement.id)
      ? saved.measurements
      : [...saved.measurements, measurement],
    sentToLesson: measurement.id,
  }));
}

/** The measurement chosen for lesson 2.4, or undefined. */
export function measurementForLesson(saved: v.InferOutput<typeof savedSchema>): Measurement | undefined {
  return saved.measurements.find(({ id }) => id === saved.sentToLesson);
}

/** The fingerprint of a measurement's substance: model, configuration, environment and raw times. */
export function measurementFingerprint(
  measurement: Omit<Measurement, 'id' | 'runId' | 'experiment' | 'createdAt' | 'imported' | 'fingerprint'>,
): string {
  const { name, model, provider, threads, isolated, batch, serviceTimes, accuracy } = measurement;
  const { report, chart, stamp, device } = measurement;
  return fingerprint({
    name,
    model,
    provider,
    threads,
    isolated,
    batch,
    serviceTimes,
    ...(accuracy && { accuracy }),
    report,
    chart,
    stamp,
    device,
  });
}
