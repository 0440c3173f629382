import {
  applyChange,
  type CellChange,
  ChangeRefused,
  type NotebookCell,
  type NotebookSection,
} from '../../engine/notebook/index.ts';
import { type Histories, historyOf, remember } from './history.ts';
import { notebookCharacters, type SavedNotebook, savedSection, sizeOf } from './saved.ts';

/** Milliseconds of typing after which the text as it was is kept. */
const typingInterval = 30_000;

export interface SectionChange {
  readonly id: string;
  /** The shipped section; undefined for one that the reader has made. */
  readonly original: NotebookSection | undefined;
  readonly change: CellChange;
  /** When it was made, ISO 8601. */
  readonly time: string;
}

/** What is saved after a change, and what undoes it. Pure: it is applied again to what another tab has saved. */
export function changed(
  all: SavedNotebook,
  { id, original, change, time }: SectionChange,
): { readonly all: SavedNotebook; readonly undo: CellChange | undefined } {
  const saved = savedSection(all, id);
  const before = saved ? { id, title: saved.title, cells: saved.cells } : original;
  if (!before) return { all: keepingLostEdit(all, change, time), undo: undefined };
  const { section, undo } = applyChange(before, change);
  if (!undo) return { all: keepingLostEdit(all, change, time), undo };
  const sections = {
    ...all.sections,
    [id]: { trusted: true, ...saved, title: section.title, cells: [...section.cells], changed: time },
  };
  if (sizeOf(sections) > notebookCharacters) throw new ChangeRefused(notebookFull);
  const originals = new Map(original?.cells.map((cell) => [cell.id, cell.source]));
  const replaced = textsReplaced(before.cells, section.cells).filter(
    (cell) => cell.source !== originals.get(cell.id) && isWorthKeeping(all.histories, cell, change, time),
  );
  const histories = replaced.reduce(
    (kept: Histories, cell) => remember(kept, cell.id, { time, source: cell.source }),
    all.histories,
  );
  return { all: { sections, histories: writable(histories) }, undo };
}

export const notebookFull = `All that you have written in notebooks exceeds ${notebookCharacters.toLocaleString('en')} characters. Export a section to a file and reset it, then go on.`;

/** The schema's output is mutable; what is handed to the store is a copy. */
export function writable(histories: Histories): SavedNotebook['histories'] {
  return Object.fromEntries(Object.entries(histories).map(([cell, texts]) => [cell, [...texts]]));
}

/** Text typed into a cell that another tab has just removed stays in the cell's history. */
function keepingLostEdit(all: SavedNotebook, change: CellChange, time: string): SavedNotebook {
  if (change.type !== 'edit') return all;
  return { ...all, histories: writable(remember(all.histories, change.id, { time, source: change.source })) };
}

function textsReplaced(before: readonly NotebookCell[], after: readonly NotebookCell[]) {
  const now = new Map(after.map((cell) => [cell.id, cell.source]));
  return before.filter(({ id, source }) => now.get(id) !== source);
}

/** Of typing, a text every half minute and each that the writer had not seen; of other changes, every one. */
function isWorthKeeping(histories: Histories, cell: NotebookCell, change: CellChange, time: string): boolean {
  if (change.type !== 'edit' || change.previous !== cell.source) return true;
  const last = historyOf(histories, cell.id).at(-1);
  return !last || Date.parse(time) - Date.parse(last.time) >= typingInterval;
}
