export {
  type CellLanguage,
  documentLimits,
  languageNameSchema,
  type NotebookCell,
  type NotebookSection,
  notebookCellSchema,
  notebookCellsSchema,
  notebookIdSchema,
  notebookTitleSchema,
} from './cell.ts';
export { applyChange, type CellChange, type ChangedSection, ChangeRefused } from './change.ts';
export { formatCells, parseCells } from './percent.ts';
