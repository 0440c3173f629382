import type { NotebookCell } from '../../engine/notebook/index.ts';
import { writable } from './edit.ts';
import { type Histories, remember } from './history.ts';
import { type SavedNotebook, type SavedSection, savedSection } from './saved.ts';

/**
 * Brings a saved notebook from a file together with the one here; no text is lost. Of a cell that both have, the text
 * of the section that was changed later stands and the other is in the cell's history; cells and sections that only the
 * file has are added. What came from the file runs only when the reader says so.
 */
export function mergeNotebooks(here: SavedNotebook, there: SavedNotebook): SavedNotebook {
  const sections = { ...here.sections };
  let histories: Histories = here.histories;
  for (const [cell, texts] of Object.entries(there.histories)) {
    for (const text of texts) histories = remember(histories, cell, text);
  }
  for (const [id, theirs] of Object.entries(there.sections)) {
    const mine = savedSection(here, id);
    if (!mine) {
      sections[id] = { ...theirs, trusted: false };
      continue;
    }
    const merged = mergeSections(mine, theirs);
    sections[id] = merged.section;
    for (const { cell, time } of merged.replaced) {
      histories = remember(histories, cell.id, { time, source: cell.source });
    }
  }
  return { sections, histories: writable(histories) };
}

function mergeSections(mine: SavedSection, theirs: SavedSection) {
  const [newer, older] = theirs.changed > mine.changed ? [theirs, mine] : [mine, theirs];
  const newerCells = byId(newer.cells);
  const olderCells = byId(older.cells);
  const known = byId(mine.cells);
  const added = theirs.cells.filter(({ id }) => !known.has(id));
  const kept = mine.cells.map((cell) => newerCells.get(cell.id) ?? cell);
  const replaced = kept
    .map((cell) => olderCells.get(cell.id))
    .filter((cell) => cell !== undefined)
    .filter((cell) => newerCells.has(cell.id) && newerCells.get(cell.id)?.source !== cell.source);
  const foreign = added.length > 0 || kept.some((cell) => cell.source !== known.get(cell.id)?.source);
  return {
    section: {
      ...mine,
      title: newer.title,
      changed: newer.changed,
      cells: [...kept, ...added],
      trusted: mine.trusted && !foreign,
    },
    replaced: replaced.map((cell) => ({ cell, time: older.changed })),
  };
}

function byId(cells: readonly NotebookCell[]): ReadonlyMap<string, NotebookCell> {
  return new Map(cells.map((cell) => [cell.id, cell]));
}
