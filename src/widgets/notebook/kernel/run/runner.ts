import { RuntimeError } from '@observablehq/runtime';
import type { KernelEvent, SourcePlace } from '../../../../engine/notebook/index.ts';
import { SourceError } from '../source/syntaxError.ts';
import { vocabulary } from '../vocabulary/cellNames.ts';
import { type Cell, declarersOf, scopeNames } from './cell.ts';
import { type CompiledScript, compile } from './compile.ts';
import { execute, reportError } from './execute.ts';
import { beginReport, type RunReport } from './report.ts';
import { Box, contextVariable, isContext, unboxed } from './scope.ts';
import { type KnownScript, stackPlace } from './stackPlace.ts';
import { whyNotRun } from './whyNotRun.ts';

/** Puts cells into Observable's runtime and reports their runs. */
export interface Runner {
  /** Has the runtime run a cell as it stands, and what depends on it. */
  prepare(cell: Cell): void;
  /** Takes a cell and its values out of the runtime. */
  withdraw(cell: Cell): void;
  strayError(error: unknown): boolean;
  /** How many cells run or wait to. */
  pending(): number;
}

class Overtaken extends Error {}

export function createRunner(send: (event: KernelEvent) => number, settled: () => void): Runner {
  const scripts = new Map<string, KnownScript>();
  const latest = new Map<Cell, { report: RunReport; address: string }>();
  const pending = new Set<Cell>();
  let runs = 0;

  const begin = (cell: Cell): RunReport => {
    const run = ++runs;
    cell.run = run;
    return beginReport({ cell: cell.id, run, isCurrent: () => cell.run === run }, send);
  };

  /** The cell's variable; its observer hears of what the runtime decides without the cell. */
  const mainOf = (cell: Cell) => {
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

  const leave = (cell: Cell) => {
    if (pending.delete(cell)) settled();
  };

  const tellUnreached = (cell: Cell, error: RuntimeError) => {
    const report = begin(cell);
    const reason = whyNotRun(cell, error);
    if (reason.status === 'failed') report.error(reason.error);
    else report.output({ kind: 'notice', text: reason.text });
    report.finish(reason.status);
  };

  const prepare = (cell: Cell) => {
    const { analysis, definition } = cell;
    const fault = analysis instanceof SourceError ? analysis : duplicateIn(cell);
    const uses = scopeNames(cell, (name) => vocabulary.has(name));
    const inputs = fault ? [] : uses.map((name) => variableName(cell, name));
    let script: CompiledScript | undefined;

    const body = (...values: unknown[]) => {
      const report = begin(cell);
      const work = async () => {
        if (fault || analysis instanceof SourceError) throw fault ?? analysis;
        script ??= compileKnown(cell, analysis);
        latest.set(cell, { report, address: script.address });
        const given = new Map(uses.map((name, index) => [name, unboxed(values[index])]));
        return execute({ analysis, compiled: script.cell, given, kept: cell.kept }, report);
      };
      return concluded(cell, report, work());
    };
    const again = () => {
      pending.add(cell);
      cell.overtake();
      mainOf(cell).define(`cell ${cell.id}`, inputs, body);
    };
    cell.ran = { source: definition.source, language: definition.language, uses, again };
    takeNames(cell, fault === undefined || fault === analysis ? cell.declares : []);
    again();
  };

  /** Reports how a run ends; a run that a newer one overtakes ends at once, for nobody waits for it any more. */
  const concluded = async (cell: Cell, report: RunReport, work: Promise<ReadonlyMap<string, unknown>>) => {
    const overtaken = new Promise<never>((_, reject) => {
      cell.overtake = () => reject(new Overtaken());
    });
    try {
      const declared = await Promise.race([work, overtaken]);
      report.finish('ok');
      return declared;
    } catch (error) {
      if (!(error instanceof Overtaken)) {
        reportError(error, report, placeIn(cell, error));
        report.finish('failed');
      }
      throw new Failed();
    }
  };

  const compileKnown = (cell: Cell, analysis: Exclude<Cell['analysis'], SourceError>) => {
    const script = compile(analysis.body, ['console']);
    scripts.set(script.address, { address: script.address, cell: cell.id, original: analysis.original });
    return script;
  };

  const placeIn = (cell: Cell, error: unknown): SourcePlace | undefined =>
    stackPlace(error, scripts, (script) => script.cell === cell.id)?.place;

  const takeNames = (cell: Cell, declares: readonly string[]) => {
    const { scope } = cell;
    for (const name of [...cell.names.keys()]) if (!declares.includes(name)) releaseName(cell, name);
    for (const name of declares) {
      const owner = scope.owners.get(name);
      if (owner && owner !== cell) releaseName(owner, name);
      const variable = cell.names.get(name) ?? scope.module.variable(true);
      cell.names.set(name, variable);
      scope.owners.set(name, cell);
      variable.define(
        name,
        [`cell ${cell.id}`],
        (values: ReadonlyMap<string, unknown>) => new Box(values.get(name)),
      );
    }
  };

  const releaseName = (cell: Cell, name: string) => {
    cell.names.get(name)?.delete();
    cell.names.delete(name);
    if (cell.scope.owners.get(name) === cell) cell.scope.owners.delete(name);
  };

  const withdraw = (cell: Cell) => {
    for (const name of [...cell.names.keys()]) releaseName(cell, name);
    cell.main?.delete();
    cell.main = undefined;
    cell.ran = undefined;
    cell.run = 0;
    cell.overtake();
    latest.delete(cell);
    for (const [address, script] of scripts) if (script.cell === cell.id) scripts.delete(address);
    leave(cell);
  };

  const strayError = (error: unknown) => {
    const found = stackPlace(error, scripts, () => true);
    for (const { report, address } of latest.values()) {
      if (found?.address !== address) continue;
      reportError(error, report, found.place);
      return true;
    }
    return false;
  };

  return { prepare, withdraw, strayError, pending: () => pending.size };
}

/** What the runtime is given instead of a cell's error, which stands in the cell: it would only be copied. */
class Failed extends Error {}

function duplicateIn(cell: Cell): SourceError | undefined {
  if (cell.analysis instanceof SourceError) return undefined;
  for (const [name, place] of cell.analysis.declares) {
    if (declarersOf(cell.scope, name).length > 1)
      return new SourceError(
        `${name} is defined more than once: rename it in one of the cells, or delete one.`,
        place,
      );
  }
  return undefined;
}

const variableName = (cell: Cell, name: string) =>
  isContext(name) && declarersOf(cell.scope, name).length === 0 ? contextVariable(name) : name;
