export {
  applyChange,
  type CellChange,
  type CellLanguage,
  type ChangedSection,
  ChangeRefused,
  documentLimits,
  formatCells,
  languageNameSchema,
  type NotebookCell,
  type NotebookSection,
  notebookCellSchema,
  notebookCellsSchema,
  notebookIdSchema,
  notebookTitleSchema,
  parseCells,
} from './document/index.ts';
export { limits } from './limits.ts';
export {
  type CellControl,
  type CellError,
  type CellOutput,
  cellErrorSchema,
  cellOutputSchema,
  controlSchema,
  placeSchema,
  type SourcePlace,
  type TableData,
} from './output.ts';
export { type PlotAxis, type PlotMark, type PlotSpec, plotSchema, plotTones } from './plot.ts';
export {
  commandSchema,
  eventSchema,
  type KernelCell,
  type KernelCommand,
  type KernelEvent,
  kernelCellSchema,
} from './protocol.ts';
export { type LeafKind, type ValueEntry, type ValueTree, valueTreeSchema } from './value.ts';
export { decodeMessage, encodeMessage } from './wire.ts';
