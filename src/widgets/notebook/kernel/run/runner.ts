import { RuntimeError, type Variable } from '@observablehq/runtime';
import type { KernelEvent } from '../../../../engine/notebook/index.ts';
import { SourceError } from '../source/syntaxError.ts';
import { vocabulary } from '../vocabulary/cellNames.ts';
import { type Cell, scopeNames } from './cell.ts';
import { execute, reportError } from './execute.ts';
import { createKnownScripts } from './knownScripts.ts';
import { duplicateIn, inputName, mainName, releaseName, takeNames } from './names.ts';
import { beginReport, type RunReport } from './report.ts';
import { unboxed } from './scope.ts';
import { whyNotRun } from './whyNotRun.ts';

/** Puts cells into Observable's runtime and reports their runs. */
export interface Runner {
  /** Has the runtime run a cell as it stands, and what depends on it. */
  prepare(cell: Cell): void;
  /** Takes a cell and its values out of the runtime. */
  withdraw(cell: Cell): void;
  /** An error that no run waited for. */
  strayError(error: unknown): boolean;
  /** How many cells run or wait to. */
  pending(): number;
}

type Values = ReadonlyMap<string, unknown>;

export function createRunner(send: (event: KernelEvent) => number, settled: () => void): Runner {
  const scripts = createKnownScripts();
  const pending = new Set<Cell>();
  let runs = 0;

  const begin = (cell: Cell): RunReport => {
    const run = ++runs;
    cell.run = run;
    return beginReport({ cell: cell.id, run, isCurrent: () => cell.run === run }, send);
  };
  const leave = (cell: Cell) => {
    if (pending.delete(cell)) settled();
  };

  /** The cell's variable; its observer hears of what the runtime decides without the cell. */
  const mainOf = (cell: Cell): Variable => {
    cell.main ??= cell.scope.module.variable({
      pending() {
        pending.add(cell);
        cell.overtake();
      },
      fulfilled: () => leave(cell),
      rejected(error) {
        if (error instanceof RuntimeError) tellUnreached(cell, error);
        leave(cell);
      },
    });
    return cell.main;
  };

  const tellUnreached = (cell: Cell, error: RuntimeError) => {
    const report = begin(cell);
    const reason = whyNotRun(cell, error);
    if (reason.status === 'failed') report.error(reason.error);
    else report.output({ kind: 'notice', text: reason.text });
    report.finish(reason.status);
  };

  const prepare = (cell: Cell) => {
    const { source, language } = cell.definition;
    const duplicate = duplicateIn(cell);
    const uses = scopeNames(cell, (name) => vocabulary.has(name));
    const inputs = uses.map((name) => inputName(cell, name));
    const body = bodyOf(cell, duplicate ?? cell.analysis, uses);
    const again = () => {
      pending.add(cell);
      cell.overtake();
      mainOf(cell).define(mainName(cell), duplicate ? [] : inputs, body);
    };
    cell.ran = { source, language, uses, again };
    takeNames(cell, duplicate ? [] : cell.declares);
    again();
  };

  /** What the runtime calls with the values of what the cell uses. */
  const bodyOf = (cell: Cell, analysis: Cell['analysis'], uses: readonly string[]) => {
    let script: ReturnType<typeof scripts.compile> | undefined;
    return (...values: unknown[]) => {
      const report = begin(cell);
      const work = async () => {
        if (analysis instanceof SourceError) throw analysis;
        script ??= scripts.compile(cell, analysis);
        scripts.begun(script.address, cell, report);
        const given = new Map(uses.map((name, index) => [name, unboxed(values[index])]));
        return execute({ analysis, compiled: script.cell, given, kept: cell.kept }, report);
      };
      return concluded(cell, report, work());
    };
  };

  /** Reports how a run ends; one that a newer run overtakes ends at once, for nobody waits for it any more. */
  const concluded = async (cell: Cell, report: RunReport, work: Promise<Values>): Promise<Values> => {
    const overtaken = new Promise<never>((_, reject) => {
      cell.overtake = () => reject(new Overtaken());
    });
    try {
      const declared = await Promise.race([work, overtaken]);
      report.finish('ok');
      return declared;
    } catch (error) {
      if (!(error instanceof Overtaken)) {
        reportError(error, report, scripts.placeIn(cell, error));
        report.finish('failed');
      }
      throw new Failed();
    }
  };

  const withdraw = (cell: Cell) => {
    for (const name of [...cell.names.keys()]) releaseName(cell, name);
    cell.main?.delete();
    cell.main = undefined;
    cell.ran = undefined;
    cell.run = 0;
    cell.overtake();
    scripts.forget(cell);
    leave(cell);
  };

  return { prepare, withdraw, strayError: scripts.stray, pending: () => pending.size };
}

class Overtaken extends Error {}

/** What the runtime is given instead of a cell's error, which stands in the cell: it would only be copied. */
class Failed extends Error {}
