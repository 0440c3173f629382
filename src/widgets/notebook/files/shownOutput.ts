import type { CellOutput, NotebookSection } from '../../../engine/notebook/index.ts';

/** An output of a cell with what only the page can draw. */
export interface ShownOutput {
  readonly output: CellOutput;
  /** Of a plot: the picture as a file of its own. Without it the plot is described in words. */
  readonly svg?: string | undefined;
}

/** A section as it is to leave the page. */
export interface ExportedNotebook {
  readonly section: NotebookSection;
  /** Outputs by cell; a cell that has none, or has not run, may be absent. */
  readonly outputs?: ReadonlyMap<string, readonly ShownOutput[]> | undefined;
}
