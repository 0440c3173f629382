import { stats } from '../../../../engine/index.ts';
import { type CellError, limits } from '../../../../engine/notebook/index.ts';
import type { Analysis } from '../source/analyse.ts';
import { SourceError } from '../source/syntaxError.ts';
import { isThenable } from '../values/isThenable.ts';
import { describe } from '../values/valueTree.ts';
import { createCellNames } from '../vocabulary/cellNames.ts';
import { isTold } from '../vocabulary/checks.ts';
import type { CompiledCell } from './compile.ts';
import type { RunReport } from './report.ts';

/** What a run needs besides its report. */
export interface Execution {
  readonly analysis: Analysis;
  readonly compiled: CompiledCell;
  /** Values of other cells and contexts, by name. */
  readonly given: ReadonlyMap<string, unknown>;
  readonly kept: ReadonlyMap<string, number>;
}

/** Runs a cell's code and gives what it declares. Promises among that are awaited, so that other cells get values. */
export async function execute(
  { analysis, compiled, given, kept }: Execution,
  report: RunReport,
): Promise<ReadonlyMap<string, unknown>> {
  const { names, console, show } = createCellNames({ ...report, kept });
  const uses = [...analysis.uses.keys()].map((name) => (given.has(name) ? given.get(name) : names[name]));
  const returned = compiled({ console })(...uses);
  // A cell that does not wait is done before the next one begins: its time is its own.
  const result: unknown = isThenable(returned) ? await returned : returned;
  if (analysis.isExpression) show(result);
  const declared = [...analysis.declares.keys()].map((name): [string, unknown] => [
    name,
    typeof result === 'object' && result !== null ? Reflect.get(result, name) : undefined,
  ]);
  if (!isThenable(returned) && !declared.some(([, value]) => isThenable(value))) report.worked();
  return new Map(
    await Promise.all(declared.map(async ([name, value]): Promise<[string, unknown]> => [name, await value])),
  );
}

/** Puts what a cell threw into its report. */
export function reportError(error: unknown, report: RunReport, place: CellError['place']) {
  if (typeof error === 'object' && error !== null && isTold(error)) return;
  if (error instanceof stats.CheckError) {
    report.output({ kind: 'check', passed: false, message: error.message.slice(0, limits.text) });
    return;
  }
  report.error(cellError(error, place));
}

/** What a cell threw, as data. Anything can be thrown, and its getters can throw again. */
export function cellError(error: unknown, place: CellError['place']): CellError {
  if (error instanceof SourceError) return { name: error.name, message: error.message, place: error.place };
  try {
    if (error instanceof Error) {
      const name = String(error.name).slice(0, limits.string) || 'Error';
      return { name, message: String(error.message).slice(0, limits.text), place };
    }
  } catch {
    // falls through: described below
  }
  return { name: 'Error', message: describe(error).slice(0, limits.text), place };
}
