/**
 * How much a cell may put out. The kernel truncates to these and says so; the page refuses what exceeds them, so that
 * code that talks past the kernel cannot fill the page either.
 */
export const limits = {
  /** Characters of one cell's source. */
  source: 100_000,
  /** Cells of one notebook. */
  cells: 500,
  /** Outputs of one run of a cell. */
  outputs: 400,
  /** Characters of one printed text. */
  text: 20_000,
  /** Characters of a string inside a value. */
  string: 2_000,
  /** Nodes of one value, entries of one level of it, and levels. */
  valueNodes: 2_000,
  valueEntries: 100,
  valueDepth: 6,
  tableRows: 1_000,
  tableColumns: 40,
  /** Points of one chart, all marks together. */
  plotPoints: 20_000,
  plotMarks: 40,
  /** Sliders of one cell. */
  controls: 12,
  /** Characters of all outputs of one run, as they are sent. */
  runCharacters: 6_000_000,
  /** Messages and characters a second that the frame passes on before it ends the worker. */
  messagesPerSecond: 2_000,
  charactersPerSecond: 8_000_000,
  /** Characters of one message. */
  message: 3_000_000,
} as const;
