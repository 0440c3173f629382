import type { Snapshot } from '../frame/defineWidget.ts';
import type { Formula, Result } from './model.ts';
import type { parameters } from './parameters.ts';
import { type Reading, readingAt } from './reading.ts';

export type Now = Snapshot<typeof parameters, Formula, Result>;

/** The reading at the playhead; undefined before the first run and before the playhead reaches the window. */
export function readingOf({ result, values, time }: Now): Reading | undefined {
  return result && readingAt(result, values, time);
}

/** The unexplained gap as a share of L̄. */
export function unexplainedShare({ unexplained, truth }: Reading): number {
  return unexplained === 0 ? 0 : Math.abs(unexplained) / truth.number;
}
