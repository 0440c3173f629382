import type { NotebookCell } from '../../../engine/notebook/index.ts';
import type { NotebookDocument } from './document.ts';
import type { KeyCommand } from './keys.ts';
import type { Session } from './session.ts';

/** Where the focus goes: onto the cell, or into its editor. */
export interface Focus {
  cell(id: string): void;
  editor(id: string): void;
}

/** Does to a cell, or to the notebook around it, what a key or a button asks. */
export type Actions = (command: KeyCommand, cell: string) => void;

export interface ActionsOptions {
  readonly session: Session;
  readonly document: NotebookDocument;
  readonly focus: Focus;
  readonly showHelp: () => void;
  readonly newId: () => string;
}

interface Place {
  readonly section: string;
  readonly index: number;
  readonly cell: NotebookCell;
}

/** The notebook's commands, the same for keys, buttons and menus. */
export function createActions({ session, document, focus, showHelp, newId }: ActionsOptions): Actions {
  const places = (): Place[] =>
    document.sections.flatMap((section) =>
      section.cells.map((cell, index) => ({ section: section.id, index, cell })),
    );
  const beside = (cell: string, step: 1 | -1): string | undefined => {
    const all = places();
    return all[all.findIndex((place) => place.cell.id === cell) + step]?.cell.id;
  };

  const run = ({ cell }: Place) => {
    if (cell.kind === 'code') session.run([cell.id]);
  };
  const insert = ({ section, cell }: Place, after: string | null) => {
    const added: NotebookCell = {
      id: newId(),
      kind: 'code',
      language: cell.kind === 'code' ? cell.language : 'ts',
      source: '',
    };
    document.change(section, { type: 'insert', after, cell: added });
    focus.editor(added.id);
  };
  /** The cell after which something stands that comes to stand at `index`. */
  const before = ({ section }: Place, index: number): string | null =>
    document.sections.find(({ id }) => id === section)?.cells[index - 1]?.id ?? null;
  const remove = ({ section, cell }: Place) => {
    const next = beside(cell.id, 1) ?? beside(cell.id, -1);
    document.change(section, { type: 'remove', id: cell.id });
    if (next) focus.cell(next);
  };
  const move = (place: Place, step: 1 | -1) => {
    const { section, index, cell } = place;
    const last = (document.sections.find(({ id }) => id === section)?.cells.length ?? 0) - 1;
    if (index + step < 0 || index + step > last) return;
    const after = before(place, step === 1 ? index + 2 : index - 1);
    document.change(section, { type: 'move', id: cell.id, after });
    focus.cell(cell.id);
  };
  const advance = (place: Place) => {
    const next = beside(place.cell.id, 1);
    if (next) focus.cell(next);
    else insert(place, place.cell.id);
  };
  const convert = ({ section, cell }: Place, to: 'ts' | 'markdown') => {
    const is = cell.kind === 'code' ? 'ts' : cell.kind;
    if (cell.kind !== 'foreign' && is !== to) document.change(section, { type: 'convert', id: cell.id, to });
    focus.cell(cell.id);
  };

  return (command, id) => {
    const place = places().find(({ cell }) => cell.id === id);
    if (!place) return;
    const to = (cell: string | undefined) => cell && focus.cell(cell);
    const into = (cell: string | undefined) => cell && focus.editor(cell);
    const commands: Readonly<Record<KeyCommand, () => void>> = {
      edit: () => focus.editor(id),
      previous: () => void to(beside(id, -1)),
      next: () => void to(beside(id, 1)),
      run: () => run(place),
      runAndAdvance: () => {
        run(place);
        advance(place);
      },
      runAndInsert: () => {
        run(place);
        insert(place, id);
      },
      insertAbove: () => insert(place, before(place, place.index)),
      insertBelow: () => insert(place, id),
      remove: () => remove(place),
      undo: () => void document.undo(),
      redo: () => void document.redo(),
      moveUp: () => move(place, -1),
      moveDown: () => move(place, 1),
      toCode: () => convert(place, 'ts'),
      toMarkdown: () => convert(place, 'markdown'),
      stop: () => session.stop(),
      restart: () => session.restart(),
      help: showHelp,
      leave: () => focus.cell(id),
      editPrevious: () => void into(beside(id, -1)),
      editNext: () => void into(beside(id, 1)),
    };
    commands[command]();
  };
}
