import { limits } from '../limits.ts';
import type { CellLanguage, NotebookCell, NotebookSection } from './cell.ts';

/**
 * What a reader does to a section, said so that it still makes sense on what another tab has saved meanwhile: cells
 * are named by id, places by the cell before (`null`: the start).
 */
export type CellChange =
  /** `previous`: the text that the reader was looking at. */
  | { readonly type: 'edit'; readonly id: string; readonly source: string; readonly previous: string }
  | { readonly type: 'insert'; readonly cell: NotebookCell; readonly after: string | null }
  | { readonly type: 'remove'; readonly id: string }
  | { readonly type: 'move'; readonly id: string; readonly after: string | null }
  | { readonly type: 'convert'; readonly id: string; readonly to: 'markdown' | CellLanguage }
  /** All cells at once: reset, import, and what undoes them. */
  | { readonly type: 'replaceAll'; readonly cells: readonly NotebookCell[] };

/** Why a change cannot be made, as a sentence for the reader. */
export class ChangeRefused extends Error {
  override readonly name = 'ChangeRefused';
}

export interface ChangedSection {
  readonly section: NotebookSection;
  /** Applied to the changed section it brings back what was, and in its turn returns what redoes the change. */
  readonly undo: CellChange | undefined;
}

/**
 * The section after a change, and what undoes it. Where the cell has gone (another tab removed it) nothing happens and
 * `undo` is undefined; where only the place has gone, the cell comes to stand at the end.
 *
 * @throws {ChangeRefused} if a cell or the section would exceed `limits`, if an id is taken, or if the cell is foreign
 * and the change is to its text.
 */
export function applyChange(section: NotebookSection, change: CellChange): ChangedSection {
  const { cells } = section;
  const become = (changed: readonly NotebookCell[], undo: CellChange): ChangedSection => ({
    section: { ...section, cells: checked(changed) },
    undo,
  });
  if (change.type === 'replaceAll') return become(change.cells, { type: 'replaceAll', cells });
  if (change.type === 'insert') {
    return become(placed(cells, change.cell, change.after), { type: 'remove', id: change.cell.id });
  }
  const { id } = change;
  const cell = cells.find((one) => one.id === id);
  if (!cell || (change.type === 'move' && change.after === id)) return { section, undo: undefined };
  const replaced = (by: NotebookCell) => cells.map((one) => (one === cell ? by : one));
  const others = cells.filter((one) => one !== cell);
  const before = cells[cells.indexOf(cell) - 1]?.id ?? null;
  switch (change.type) {
    case 'edit': {
      const { source } = change;
      if (cell.kind === 'foreign')
        throw new ChangeRefused(`A ${cell.languageName} cell cannot be edited here.`);
      return become(replaced({ ...cell, source }), {
        type: 'edit',
        id,
        source: cell.source,
        previous: source,
      });
    }
    case 'remove':
      return become(others, { type: 'insert', cell, after: before });
    case 'move':
      return become(placed(others, cell, change.after), { type: 'move', id, after: before });
    case 'convert':
      if (cell.kind === 'foreign') {
        throw new ChangeRefused(`A ${cell.languageName} cell cannot be turned into another kind.`);
      }
      return become(replaced(converted(cell, change.to)), {
        type: 'convert',
        id,
        to: cell.kind === 'code' ? cell.language : 'markdown',
      });
  }
}

function placed(cells: readonly NotebookCell[], cell: NotebookCell, after: string | null) {
  if (after === null) return [cell, ...cells];
  const found = cells.findIndex(({ id }) => id === after);
  const place = found === -1 ? cells.length : found + 1;
  return cells.toSpliced(place, 0, cell);
}

function converted({ id, source }: NotebookCell, to: 'markdown' | CellLanguage): NotebookCell {
  return to === 'markdown' ? { id, kind: 'markdown', source } : { id, kind: 'code', language: to, source };
}

function checked(cells: readonly NotebookCell[]): readonly NotebookCell[] {
  const number = (value: number) => value.toLocaleString('en');
  if (cells.length > limits.cells) {
    throw new ChangeRefused(
      `A section holds at most ${limits.cells} cells. Remove one, or begin a new section.`,
    );
  }
  const ids = new Set<string>();
  for (const { id, source } of cells) {
    if (ids.has(id)) throw new ChangeRefused(`This section already has a cell ${id}.`);
    ids.add(id);
    if (source.length > limits.source) {
      throw new ChangeRefused(
        `A cell holds at most ${number(limits.source)} characters; this text has ${number(source.length)}.`,
      );
    }
  }
  return cells;
}
