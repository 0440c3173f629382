import type { Measurement } from '../../../store/measurements.ts';

/** The rows of the newest run among those shown: only what was measured in turns may be put into one picture. */
export function newestRun(shown: readonly Measurement[]): readonly Measurement[] {
  const newest = shown.reduce<Measurement | undefined>(
    (latest, one) => (latest && latest.createdAt >= one.createdAt ? latest : one),
    undefined,
  );
  return shown.filter(({ runId }) => runId === newest?.runId);
}
