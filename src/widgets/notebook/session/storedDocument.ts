import { type CellChange, ChangeRefused, type NotebookSection } from '../../../engine/notebook/index.ts';
import {
  changeSection,
  notebook,
  ownSections,
  resetCell,
  resetSection,
  sectionCells,
} from '../../../store/notebook.ts';
import type { NotebookDocument } from './document.ts';

interface Step {
  readonly section: string;
  readonly change: CellChange;
}

/** Steps that can be taken back. */
const depth = 100;

/**
 * The shipped sections with what the reader has made of them, followed by the reader's own if `own` is set. It is saved
 * with every keystroke, and shows what another tab saves.
 */
export function createStoredDocument(originals: readonly NotebookSection[], own: boolean): NotebookDocument {
  const shipped = new Map(originals.map((section) => [section.id, section]));
  const listeners = new Set<() => void>();
  let undone: Step[] = [];
  let done: Step[] = [];
  let refused: string | undefined;
  let sections = present(undefined);

  function present(before: readonly NotebookSection[] | undefined): readonly NotebookSection[] {
    const { value } = notebook.getState();
    const known = new Map(before?.map((section) => [section.id, section]));
    const now = [
      ...originals.map((original) => ({ ...original, cells: sectionCells(value, original) })),
      ...(own ? ownSections(value) : []),
    ];
    // A section that is what it was stays the same object: only what changes is drawn again.
    return now.map((section) => {
      const same = known.get(section.id);
      return same?.cells === section.cells && same.title === section.title ? same : section;
    });
  }

  const tell = () => {
    sections = present(sections);
    for (const listener of listeners) listener();
  };
  const make = ({ section, change }: Step): CellChange | undefined => {
    refused = undefined;
    try {
      return changeSection(section, shipped.get(section), change).undo;
    } catch (error) {
      if (!(error instanceof ChangeRefused)) throw error;
      refused = error.message;
      return undefined;
    }
  };
  /** What was done anew ends what could be redone. */
  const keep = (step: Step) => {
    done = [...done.slice(1 - depth), step];
    undone = [];
  };
  /** Takes the last step of `from` back and keeps what brings it back again. */
  const takeBack = (from: Step[], to: Step[]): string | undefined => {
    const step = from.pop();
    if (!step) return undefined;
    const change = make(step);
    if (change) to.push({ section: step.section, change });
    tell();
    return step.section;
  };

  return {
    get sections() {
      return sections;
    },
    get refused() {
      return refused;
    },
    edit: (section, id, source) => {
      const cell = sections.find((one) => one.id === section)?.cells.find((one) => one.id === id);
      if (!cell || cell.source === source) return;
      make({ section, change: { type: 'edit', id, source, previous: cell.source } });
      tell();
    },
    change: (section, change) => {
      const undo = make({ section, change });
      if (undo) keep({ section, change: undo });
      tell();
    },
    reset: (section, cell) => {
      const original = shipped.get(section);
      if (!original) return;
      const { undo } = cell === undefined ? resetSection(original) : resetCell(original, cell);
      if (undo) keep({ section, change: undo });
      tell();
    },
    undo: () => takeBack(done, undone),
    redo: () => takeBack(undone, done),
    original: (section, cell) => shipped.get(section)?.cells.find(({ id }) => id === cell),
    subscribe: (listener) => {
      listeners.add(listener);
      const leave = notebook.subscribe(tell);
      return () => {
        listeners.delete(listener);
        leave();
      };
    },
  };
}
