/** How notebooks leave the page and come in: Jupyter files, pages to read, links. */
export { exportIpynb } from './ipynb/exportIpynb.ts';
export { type ImportedSection, type ImportOptions, importIpynb } from './ipynb/importIpynb.ts';
export { decodeShared, type SharedCells } from './link/decodeShared.ts';
export { encodeShared, type SharedLink } from './link/encodeShared.ts';
export { type ExportedPage, exportPage } from './page/exportPage.ts';
export type { ExportedNotebook, ShownOutput } from './shownOutput.ts';
