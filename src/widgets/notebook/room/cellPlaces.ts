import type { SourcePlace } from '../../../engine/notebook/index.ts';
import type { CellEditorHandle } from '../editor/CellEditor.tsx';
import type { Focus } from '../session/actions.ts';

/** The part of an editor that the notebook moves the focus with. */
export type EditorHandle = Pick<CellEditorHandle, 'focus'>;

/**
 * Where each cell stands on the page. The focus may be asked onto a cell that React has yet to draw: it goes there as
 * soon as the cell has arrived.
 */
export interface CellPlaces extends Focus {
  addCell(id: string, element: HTMLElement): () => void;
  addEditor(id: string, editor: EditorHandle): () => void;
  /** Opens a cell that is not being edited; a Markdown cell has an editor only then. */
  onOpen(id: string, open: () => void): () => void;
  place(id: string, place: SourcePlace): void;
  /** The drawn cell. */
  element(id: string): HTMLElement | undefined;
}

export function createCellPlaces(): CellPlaces {
  const cells = new Map<string, HTMLElement>();
  const editors = new Map<string, EditorHandle>();
  const openers = new Map<string, () => void>();
  let wanted: { readonly id: string; readonly inside: boolean } | undefined;

  const arrive = (id: string) => {
    if (wanted?.id !== id) return;
    const target = wanted.inside ? editors.get(id) : cells.get(id);
    if (!target) return;
    wanted = undefined;
    target.focus();
  };
  const go = (id: string, inside: boolean) => {
    wanted = { id, inside };
    if (inside) openers.get(id)?.();
    arrive(id);
  };
  const keep = <T>(map: Map<string, T>, id: string, value: T) => {
    map.set(id, value);
    arrive(id);
    return () => {
      if (map.get(id) === value) map.delete(id);
    };
  };

  return {
    addCell: (id, element) => keep(cells, id, element),
    addEditor: (id, editor) => keep(editors, id, editor),
    onOpen: (id, open) => {
      const leave = keep(openers, id, open);
      if (wanted?.id === id && wanted.inside) open();
      return leave;
    },
    cell: (id) => go(id, false),
    editor: (id) => go(id, true),
    place: (id, place) => editors.get(id)?.focus(place),
    element: (id) => cells.get(id),
  };
}
