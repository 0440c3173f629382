import * as v from 'valibot';
import { limits } from './limits.ts';
import { plotSchema } from './plot.ts';
import { valueTreeSchema } from './value.ts';

const text = v.pipe(v.string(), v.maxLength(limits.text + 200));
const words = v.pipe(v.string(), v.maxLength(limits.string + 200));

/** A place in a cell's source as the reader wrote it; line and column count from 1. */
export const placeSchema = v.strictObject({
  line: v.pipe(v.number(), v.integer(), v.minValue(1)),
  column: v.pipe(v.number(), v.integer(), v.minValue(1)),
});

export const cellErrorSchema = v.strictObject({
  /** 'TypeError', 'SyntaxError', 'RuntimeError' (a name that no cell defines), 'Stopped' … */
  name: words,
  message: text,
  place: v.optional(placeSchema),
});

const tableSchema = v.strictObject({
  columns: v.pipe(v.array(words), v.minLength(1), v.maxLength(limits.tableColumns)),
  rows: v.pipe(
    v.array(v.array(v.union([v.string(), v.number(), v.nan(), v.boolean(), v.null()]))),
    v.maxLength(limits.tableRows),
  ),
  /** Rows left out. */
  more: v.optional(v.pipe(v.number(), v.minValue(0)), 0),
});

/** One thing that a cell has put out, in the order of the run. */
export const cellOutputSchema = v.variant('kind', [
  /** `print`: names and numbers side by side. */
  v.strictObject({ kind: v.literal('text'), text }),
  v.strictObject({
    kind: v.literal('console'),
    level: v.picklist(['log', 'info', 'warn', 'error', 'debug']),
    values: v.pipe(v.array(valueTreeSchema), v.maxLength(20)),
  }),
  /** The value of a cell that is an expression, or of `display`. */
  v.strictObject({ kind: v.literal('value'), value: valueTreeSchema }),
  v.strictObject({ kind: v.literal('check'), passed: v.boolean(), message: text }),
  v.strictObject({ kind: v.literal('table'), table: tableSchema }),
  v.strictObject({ kind: v.literal('plot'), plot: plotSchema }),
  v.strictObject({ kind: v.literal('error'), error: cellErrorSchema }),
  /** What the kernel or the page says about the run: truncated, stopped, restarted. */
  v.strictObject({ kind: v.literal('notice'), text }),
]);

/** A slider that `input.range` made. */
export const controlSchema = v.strictObject({
  key: words,
  label: words,
  min: v.pipe(v.number(), v.finite()),
  max: v.pipe(v.number(), v.finite()),
  step: v.pipe(v.number(), v.finite(), v.gtValue(0)),
  value: v.pipe(v.number(), v.finite()),
  unit: v.optional(words, ''),
});

export type SourcePlace = v.InferOutput<typeof placeSchema>;
export type CellError = v.InferOutput<typeof cellErrorSchema>;
export type TableData = v.InferOutput<typeof tableSchema>;
export type CellOutput = v.InferOutput<typeof cellOutputSchema>;
export type CellControl = v.InferOutput<typeof controlSchema>;
