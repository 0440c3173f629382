import * as v from 'valibot';
import { keptSamples } from '../engine/benchmark/index.ts';
import { fingerprint } from '../engine/record/index.ts';
import { importJson } from './importJson.ts';
import { type LabRun, labRunSchema, labRuns } from './labRuns.ts';
import { type Measurement, measurementFingerprint, measurementSchema, measurements } from './measurements.ts';

/** What the lab measured, as a file: raw samples, stamps and fingerprints. */
export interface LabResults {
  readonly measurements: readonly Measurement[];
  /** Of experiments whose result is not a row of service times. */
  readonly runs: readonly LabRun[];
}

export interface ImportedResults {
  readonly added: LabResults;
  /** How many were here already. */
  readonly known: number;
}

export function labFile({ measurements, runs }: LabResults): string {
  const file: v.InferInput<typeof fileSchema> = {
    format: 'goodput-lab',
    version: 1,
    measurements: [...measurements],
    runs: [...runs],
  };
  return `${JSON.stringify(file, null, 1)}\n`;
}

/**
 * Adds the results of an exported file that are not here yet, and marks them as imported. All or nothing: a file
 * that does not fit, or whose results do not have their fingerprints, throws `ImportRefused` and changes nothing.
 */
export async function importLabFile(text: string): Promise<ImportedResults> {
  const file = importJson(text, fileSchema, largest);
  await Promise.all([measurements.loaded, labRuns.loaded]);
  const rows = fresh(file.measurements, measurements.getState().value.measurements);
  const runs = fresh(file.runs, labRuns.getState().value.runs);
  const added = { measurements: rows.map(asImported), runs: runs.map(asImported) };
  if (rows.length > 0)
    await measurements.update((saved) => ({
      ...saved,
      measurements: inOrder([...saved.measurements, ...fresh(added.measurements, saved.measurements)]),
    }));
  if (runs.length > 0)
    await labRuns.update((saved) => ({ runs: inOrder([...saved.runs, ...fresh(added.runs, saved.runs)]) }));
  const known = file.measurements.length + file.runs.length - rows.length - runs.length;
  return { added, known };
}

/** Characters of a file: some thirty measurements of 10,000 samples each. */
const largest = 20_000_000;
const mostEntries = 500;

const isTime = (text: string): boolean => text.length <= 40 && Number.isFinite(Date.parse(text));
const measured = v.check(
  ({ serviceTimes, chart }: Measurement) =>
    serviceTimes.length > 0 &&
    serviceTimes.every((time) => time >= 0) &&
    JSON.stringify(serviceTimes) === JSON.stringify(keptSamples(chart.blocks)),
  'the samples are not those of its blocks',
);
const changed = 'its content was changed after it was measured: the fingerprint is another';

const importedMeasurement = v.pipe(
  measurementSchema,
  v.check(({ createdAt }) => isTime(createdAt), 'it has no time'),
  measured,
  v.check((one) => one.fingerprint === measurementFingerprint(one), changed),
);

const importedRun = v.pipe(
  labRunSchema,
  v.check(({ id: _id, createdAt, imported: _imported, fingerprint: print, ...substance }) => {
    return isTime(createdAt) && fingerprint(substance) === print;
  }, changed),
);

const fileSchema = v.strictObject({
  format: v.literal('goodput-lab', 'it is not an export of this lab'),
  version: v.literal(1, 'it was written by a newer version of this page'),
  measurements: v.pipe(v.array(importedMeasurement), v.maxLength(mostEntries)),
  runs: v.pipe(v.array(importedRun), v.maxLength(mostEntries)),
});

const asImported = <T extends object>(one: T): T & { imported: boolean } => ({ ...one, imported: true });

const fresh = <T extends { readonly id: string }>(ones: readonly T[], known: readonly T[]): T[] => {
  const ids = new Set(known.map(({ id }) => id));
  return ones.filter(({ id }, place) => !ids.has(id) && ones.findIndex((one) => one.id === id) === place);
};

const inOrder = <T extends { readonly createdAt: string }>(ones: readonly T[]): T[] =>
  ones.toSorted((left, right) => left.createdAt.localeCompare(right.createdAt));
