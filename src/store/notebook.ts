import * as v from 'valibot';
import type { CellChange, NotebookCell, NotebookSection } from '../engine/notebook/index.ts';
import { ChangeRefused } from '../engine/notebook/index.ts';
import { ImportRefused } from './importJson.ts';
import { askToKeepStorage } from './keepStorage.ts';
import { changed, notebookFull, writable } from './notebook/edit.ts';
import { historyOf, remember, type Snapshot } from './notebook/history.ts';
import { mergeNotebooks } from './notebook/merge.ts';
import { createCrashBreaker } from './notebook/running.ts';
import {
  notebookCharacters,
  type SavedNotebook,
  savedNotebookSchema,
  savedSection,
  sectionCells,
  sizeOf,
} from './notebook/saved.ts';
import { createPersistedStore } from './persist.ts';

export type { Snapshot } from './notebook/history.ts';
export {
  ownSections,
  type SavedNotebook,
  savedNotebookSchema,
  savedSection,
  sectionCells,
} from './notebook/saved.ts';

/** What the reader has written in notebooks: changed sections, sections of their own, and earlier texts of cells. */
export const notebook = createPersistedStore<SavedNotebook>({
  key: 'notebook',
  version: 1,
  schema: savedNotebookSchema,
  initial: { sections: {}, histories: {} },
});

/** See `CrashBreaker`: cells that took the last page of this tab with them are opened paused. */
export const { crashedCells, markRunning, clearRunning } = createCrashBreaker();

export interface MadeChange {
  /** What brings back the section as it was shown; undefined if nothing has changed. */
  readonly undo: CellChange | undefined;
  /** Settles after the attempt to save; the store's status says what came of it. */
  readonly saved: Promise<void>;
}

/**
 * Shows a change at once and saves it; what gathers during one write goes to the disk with the next. `original` is the
 * shipped section, undefined for one that the reader has made.
 *
 * @throws {ChangeRefused} with a sentence for the reader; nothing has changed then.
 */
export function changeSection(
  id: string,
  original: NotebookSection | undefined,
  change: CellChange,
): MadeChange {
  const made = { id, original, change, time: new Date().toISOString() };
  const { undo } = changed(notebook.getState().value, made);
  askToKeepStorage();
  return { undo, saved: notebook.update((all) => changed(all, made).all) };
}

/** Gives a section its shipped cells back; the reader's texts stay in their histories. */
export function resetSection(original: NotebookSection): MadeChange {
  const { id } = original;
  const replaced = changeSection(id, original, { type: 'replaceAll', cells: original.cells });
  // Without an entry the section follows the original again, also when that is improved.
  const saved = notebook.update((all) => ({
    ...all,
    sections: Object.fromEntries(Object.entries(all.sections).filter(([name]) => name !== id)),
  }));
  return { undo: replaced.undo, saved: Promise.all([replaced.saved, saved]).then(() => undefined) };
}

/** Gives one cell its shipped text, kind and language back; nothing happens to a cell that the original lacks. */
export function resetCell(original: NotebookSection, cell: string): MadeChange {
  const shipped = original.cells.find(({ id }) => id === cell);
  const cells = sectionCells(notebook.getState().value, original);
  if (!shipped) return { undo: undefined, saved: Promise.resolve() };
  const restored = cells.map((one) => (one.id === cell ? shipped : one));
  return changeSection(original.id, original, { type: 'replaceAll', cells: restored });
}

/** Keeps a cell's text as it stands, as of a run. */
export function snapshot(cell: Pick<NotebookCell, 'id' | 'source'>): Promise<void> {
  const time = new Date().toISOString();
  return notebook.update((all) => ({
    ...all,
    histories: writable(remember(all.histories, cell.id, { time, source: cell.source })),
  }));
}

/** Earlier texts of a cell, oldest first. */
export function cellHistory(saved: SavedNotebook, cell: string): readonly Snapshot[] {
  return historyOf(saved.histories, cell);
}

/**
 * Adds a section of the reader's own; `trusted` is false for one that came from a file or a link. One that is brought
 * back after it was removed is trusted as it was.
 */
export function addSection(
  section: NotebookSection & { readonly trusted?: boolean },
  trusted = section.trusted ?? true,
): Promise<void> {
  const now = new Date().toISOString();
  const entry = { title: section.title, cells: [...section.cells], changed: now, created: now, trusted };
  const added = (all: SavedNotebook) => ({ ...all, sections: { ...all.sections, [section.id]: entry } });
  if (sizeOf(added(notebook.getState().value).sections) > notebookCharacters) {
    return Promise.reject(new ChangeRefused(notebookFull));
  }
  askToKeepStorage();
  return notebook.update(added);
}

export function renameSection(id: string, title: string): Promise<void> {
  return notebook.update((all) => withSection(all, id, { title }));
}

/** Removes a section of the reader's own; `addSection` brings it back. */
export function removeSection(id: string): Promise<void> {
  return notebook.update((all) => {
    if (savedSection(all, id)?.created === undefined) return all;
    const { [id]: _removed, ...sections } = all.sections;
    return { ...all, sections };
  });
}

/** The reader has read code that came from outside and wants it to run like their own. */
export function trustSection(id: string): Promise<void> {
  return notebook.update((all) => withSection(all, id, { trusted: true }));
}

/**
 * Adds what a file holds to the notebook here; no text is lost.
 *
 * @throws {ImportRefused} if both together exceed what a notebook may hold; nothing has changed then.
 */
export async function importNotebook(there: SavedNotebook): Promise<void> {
  await notebook.loaded;
  const merged = mergeNotebooks(notebook.getState().value, there);
  if (!v.is(savedNotebookSchema, merged)) {
    throw new ImportRefused(
      'The notebook of the file does not fit beside the one here. Nothing was changed.',
    );
  }
  await notebook.update((here) => mergeNotebooks(here, there));
}

function withSection(
  all: SavedNotebook,
  id: string,
  part: { title?: string; trusted?: boolean },
): SavedNotebook {
  const section = savedSection(all, id);
  return section ? { ...all, sections: { ...all.sections, [id]: { ...section, ...part } } } : all;
}
