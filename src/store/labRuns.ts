import * as v from 'valibot';
import { fingerprint } from '../engine/record/index.ts';
import { coldRunSchema } from './coldRun.ts';
import { languageRunSchema } from './languageRun.ts';
import { loadRunSchema } from './loadRun.ts';
import { createPersistedStore } from './persist.ts';

/** A run of the lab whose result is not rows of service times; each experiment keeps raw data of its own. */
export const labRunSchema = v.variant('experiment', [loadRunSchema, coldRunSchema, languageRunSchema]);

export type LabRun = v.InferOutput<typeof labRunSchema>;

/** The runs kept in this browser, oldest first. */
export const labRuns = createPersistedStore({
  key: 'lab-runs',
  version: 1,
  schema: v.object({ runs: v.array(labRunSchema) }),
  initial: { runs: [] },
});

/** Saves a run; the promise settles after the attempt, and the store's status says whether it is on disk. */
export function saveLabRun(run: LabRun): Promise<void> {
  return labRuns.update(({ runs }) => ({ runs: [...runs.filter(({ id }) => id !== run.id), run] }));
}

export function deleteLabRun(id: string): Promise<void> {
  return labRuns.update(({ runs }) => ({ runs: runs.filter((run) => run.id !== id) }));
}

/** Adds id, time of day and the fingerprint of a run's substance. */
export function stampedRun<Substance extends { readonly experiment: string }>(
  substance: Substance,
  now: Date,
): Substance & Pick<LabRun, 'id' | 'createdAt' | 'fingerprint'> {
  const createdAt = now.toISOString();
  const print = fingerprint(substance);
  return { ...substance, id: `${createdAt}/${print}`, createdAt, fingerprint: print };
}
