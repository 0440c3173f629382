import type { NotebookCell } from '../../../../engine/notebook/index.ts';
import type { ExportedNotebook, ShownOutput } from '../shownOutput.ts';
import { type CellNote, kernel, linesOf, type SectionNote } from './format.ts';
import { ipynbOutputs } from './outputs.ts';

/**
 * A section as a Jupyter notebook, format 4.5, byte for byte as Jupyter itself would save it (names in alphabetical
 * order, one blank of indentation). Foreign cells become raw cells, so that no kernel takes them for its own language.
 * `importIpynb` brings the same cells back.
 */
export function exportIpynb({ section, outputs }: ExportedNotebook): string {
  const { id, title, cells } = section;
  const goodput: SectionNote = { id, title };
  const file = {
    cells: cells.map((cell, index) => ipynbCell(cell, index, outputs?.get(cell.id) ?? [])),
    metadata: { goodput, ...kernel, title },
    nbformat: 4,
    nbformat_minor: 5,
  };
  return `${JSON.stringify(file, null, 1)}\n`;
}

function ipynbCell(cell: NotebookCell, index: number, outputs: readonly ShownOutput[]) {
  const id = ipynbId(cell.id, index);
  const source = linesOf(cell.source);
  const noted = (goodput: CellNote) => ({ goodput });
  if (cell.kind === 'markdown')
    return { cell_type: 'markdown', id, metadata: noted({ id: cell.id }), source };
  if (cell.kind === 'foreign') {
    return { cell_type: 'raw', id, metadata: noted({ foreign: cell.languageName, id: cell.id }), source };
  }
  return {
    cell_type: 'code',
    execution_count: null,
    id,
    metadata: noted({ id: cell.id, language: cell.language }),
    outputs: ipynbOutputs(outputs),
    source,
  };
}

/** The format allows fewer characters in an id than the course; the position keeps it unique in the file. */
function ipynbId(id: string, index: number): string {
  return `${id.replaceAll(/[^\w-]/g, '-').slice(0, 58)}-${index + 1}`;
}
