import type { CellControl, CellOutput } from '../../../../src/engine/notebook/index.ts';
import { type Analysis, analyse } from '../../../../src/widgets/notebook/kernel/source/analyse.ts';
import { createCellNames } from '../../../../src/widgets/notebook/kernel/vocabulary/cellNames.ts';
import { readDemo } from './source.ts';

/** What one run of a cell put out. */
export interface CellRun {
  outputs: CellOutput[];
  sliders: CellControl[];
}

export interface DemoRun extends CellRun {
  /** Of each code cell, in the order of the page. */
  cells: CellRun[];
  /** Runs a cell and those below it again, with what the ones above hold. */
  againFrom: (cell: number) => Promise<CellRun[]>;
  /** Processor time, whatever else the machine does. */
  milliseconds: number;
}

interface RunOptions {
  /** Where sliders stand, by label; the others stand where they start. */
  sliders?: Readonly<Record<string, number>>;
  /** Changes the sources first. */
  edit?: (source: string) => string;
}

/**
 * Runs the code cells of a demo from top to bottom, as the kernel reads them and with the kernel's names, without its
 * worker. A cell that uses a name of a later one fails.
 */
export async function runDemo(id: string, options: RunOptions = {}): Promise<DemoRun> {
  const { sliders = {}, edit = (source: string) => source } = options;
  const kept = new Map(Object.entries(sliders));
  const values = new Map<string, unknown>();
  const analyses = readDemo(id).flatMap((cell) =>
    cell.kind === 'code' ? [analyse({ source: edit(cell.source), language: cell.language })] : [],
  );
  const before = process.cpuUsage();
  const runFrom = async (first: number) => {
    const runs: CellRun[] = [];
    for (const analysis of analyses.slice(first)) runs.push(await runCell(analysis, values, kept));
    return runs;
  };
  const cells = await runFrom(0);
  const { user, system } = process.cpuUsage(before);
  return {
    outputs: cells.flatMap(({ outputs }) => outputs),
    sliders: cells.flatMap((cell) => cell.sliders),
    cells,
    againFrom: runFrom,
    milliseconds: (user + system) / 1000,
  };
}

async function runCell(analysis: Analysis, values: Map<string, unknown>, kept: ReadonlyMap<string, number>) {
  const run: CellRun = { outputs: [], sliders: [] };
  const { names, console } = createCellNames({
    output: (output) => run.outputs.push(output),
    control: (control) => run.sliders.push(control),
    kept,
  });
  const given = [...analysis.uses.keys()].map((name) => {
    if (values.has(name)) return values.get(name);
    if (name in names) return names[name];
    if (name in globalThis) return Reflect.get(globalThis, name);
    throw new ReferenceError(`${name} is not defined by an earlier cell`);
  });
  const compiled = Function('console', `'use strict'; return ${analysis.body}`)(console);
  const result = await compiled(...given);
  for (const name of analysis.declares.keys()) values.set(name, await result[name]);
  return run;
}
