import type { NotebookSection } from '../../../engine/notebook/index.ts';

/** Ids of the cells of a section that can be run. */
export function codeCells({ cells }: NotebookSection): readonly string[] {
  return cells.filter(({ kind }) => kind === 'code').map(({ id }) => id);
}
