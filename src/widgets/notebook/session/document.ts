import type { CellChange, NotebookCell, NotebookSection } from '../../../engine/notebook/index.ts';

/** The cells that a session works on, wherever they are kept. */
export interface NotebookDocument {
  readonly sections: readonly NotebookSection[];
  /** Why the last change was not made, as a sentence for the reader. */
  readonly refused: string | undefined;
  /** Takes the text of a cell as the reader types it. */
  edit(section: string, cell: string, source: string): void;
  /** Adds, removes, moves, converts or replaces cells; can be undone. */
  change(section: string, change: CellChange): void;
  /** Gives a section of the course, or one cell of it, its original back; can be undone. */
  reset(section: string, cell?: string): void;
  /** Takes back the last change; returns the section that it was made in. */
  undo(): string | undefined;
  redo(): string | undefined;
  /** The cell as the course ships it, if it does. */
  original(section: string, cell: string): NotebookCell | undefined;
  subscribe(listener: () => void): () => void;
}
