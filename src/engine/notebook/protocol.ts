import * as v from 'valibot';
import { limits } from './limits.ts';
import { cellErrorSchema, cellOutputSchema, controlSchema } from './output.ts';

const id = v.pipe(v.string(), v.minLength(1), v.maxLength(100));
const count = v.pipe(v.number(), v.integer(), v.minValue(0));
const names = v.pipe(v.array(v.pipe(v.string(), v.maxLength(200))), v.maxLength(500));

/** A code cell as the kernel knows it. Cells of one scope see each other's names; scopes do not. */
export const kernelCellSchema = v.strictObject({
  id,
  scope: id,
  language: v.picklist(['ts', 'js']),
  source: v.pipe(v.string(), v.maxLength(limits.source)),
});

/** What the page asks of the kernel. */
export const commandSchema = v.variant('type', [
  /**
   * All cells as they are now, in the notebook's order. A cell that has gone is forgotten with its values; one whose
   * source changed keeps its last value until it is run. Nothing runs by this.
   */
  v.strictObject({
    type: v.literal('define'),
    cells: v.pipe(v.array(kernelCellSchema), v.maxLength(limits.cells)),
  }),
  /** Runs cells; first those that they need and that have not run as they stand, then those that depend on them. */
  v.strictObject({ type: v.literal('run'), cells: v.array(id) }),
  /** A slider was moved: its cell runs again, and what depends on it. */
  v.strictObject({
    type: v.literal('setControl'),
    cell: id,
    key: v.string(),
    value: v.pipe(v.number(), v.finite()),
  }),
  /** Sets what the name `widget` or `lab` means in a scope; cells that use it and have run, run again. */
  v.strictObject({
    type: v.literal('setContext'),
    scope: id,
    name: v.picklist(['widget', 'lab']),
    value: v.unknown(),
  }),
]);

/** What the kernel tells the page. `run` counts the runs of one kernel; events of an older run of a cell are void. */
export const eventSchema = v.variant('type', [
  /** What a cell as last defined declares and uses of its scope, and where it does not parse. */
  v.strictObject({
    type: v.literal('analysed'),
    cell: id,
    declares: names,
    uses: names,
    error: v.optional(cellErrorSchema),
  }),
  /** A run has begun: earlier outputs are void. */
  v.strictObject({ type: v.literal('started'), cell: id, run: count }),
  v.strictObject({ type: v.literal('output'), cell: id, run: count, output: cellOutputSchema }),
  v.strictObject({
    type: v.literal('controls'),
    cell: id,
    run: count,
    controls: v.pipe(v.array(controlSchema), v.maxLength(limits.controls)),
  }),
  v.strictObject({
    type: v.literal('finished'),
    cell: id,
    run: count,
    /** 'failed': an error or a failed check. 'skipped': a cell that it needs failed. */
    status: v.picklist(['ok', 'failed', 'skipped']),
    milliseconds: v.pipe(v.number(), v.minValue(0)),
  }),
  /** Nothing is running or waiting to run, after so many commands. */
  v.strictObject({ type: v.literal('idle'), handled: v.optional(count) }),
]);

export type KernelCell = v.InferOutput<typeof kernelCellSchema>;
export type KernelCommand = v.InferOutput<typeof commandSchema>;
export type KernelEvent = v.InferOutput<typeof eventSchema>;
