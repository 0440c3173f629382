import * as v from 'valibot';
import { limits, notebookIdSchema } from '../../engine/notebook/index.ts';

export const historyLimits = {
  /** Texts kept of one cell. */
  perCell: 30,
  /** Characters of all texts together. */
  characters: 200_000,
} as const;

const snapshotSchema = v.strictObject({
  /** When the text stood in the cell, ISO 8601. */
  time: v.pipe(v.string(), v.isoTimestamp()),
  source: v.pipe(v.string(), v.maxLength(limits.source)),
});

const cellHistorySchema = v.pipe(v.array(snapshotSchema), v.maxLength(historyLimits.perCell));
export const historiesSchema = v.pipe(
  v.record(notebookIdSchema, cellHistorySchema),
  v.check((histories) => characters(histories) <= historyLimits.characters, 'the histories are too long'),
);

export type Snapshot = Readonly<v.InferOutput<typeof snapshotSchema>>;
export type Histories = Readonly<Record<string, readonly Snapshot[]>>;

/** Earlier texts of a cell, oldest first. */
export function historyOf(histories: Histories, cell: string): readonly Snapshot[] {
  return Object.hasOwn(histories, cell) ? (histories[cell] ?? []) : [];
}

/** Keeps a text of a cell, once; beyond the limits the oldest texts go first. Blank text is not worth a place. */
export function remember(histories: Histories, cell: string, { time, source }: Snapshot): Histories {
  if (source.trim() === '') return histories;
  const others = historyOf(histories, cell).filter((earlier) => earlier.source !== source);
  const kept = [...others, { time, source }].sort(byTime).slice(-historyLimits.perCell);
  return withinCharacters({ ...histories, [cell]: kept });
}

function withinCharacters(histories: Histories): Histories {
  let excess = characters(histories) - historyLimits.characters;
  if (excess <= 0) return histories;
  const dropped = new Set<Snapshot>();
  for (const snapshot of Object.values(histories).flat().sort(byTime)) {
    if (excess <= 0) break;
    dropped.add(snapshot);
    excess -= snapshot.source.length;
  }
  const left = Object.entries(histories).map(
    ([cell, snapshots]) => [cell, snapshots.filter((snapshot) => !dropped.has(snapshot))] as const,
  );
  return Object.fromEntries(left.filter(([, snapshots]) => snapshots.length > 0));
}

function characters(histories: Histories): number {
  return Object.values(histories)
    .flat()
    .reduce((sum, { source }) => sum + source.length, 0);
}

const byTime = (a: Snapshot, b: Snapshot) => a.time.localeCompare(b.time);
