import { CheckError } from '../../../engine/stats/index.ts';
import { formatNumber } from '../../../widgets/chart/index.ts';
import type { CellOutput, Demo } from './cell.ts';

export interface DemoRun {
  readonly outputs: readonly CellOutput[];
  /** What stopped the cell, other than a failed check, which is an output of its own. */
  readonly error: string | undefined;
  readonly milliseconds: number;
}

/** Digits that a printed number shows at most. */
const digits = 6;

/** Runs a demo and gathers what it puts out. A failed check stops it, as it does in the notebook. */
export function runDemo(demo: Demo): DemoRun {
  const outputs: CellOutput[] = [];
  const start = performance.now();
  let error: string | undefined;
  try {
    demo({
      print: (...values) => {
        const [first] = values;
        if (typeof first === 'object') outputs.push(check(first.passed, first.message));
        else outputs.push({ kind: 'line', text: values.map(printed).join(' ') });
      },
      table: (columns, rows) => outputs.push({ kind: 'table', columns, rows }),
      bars: (chart) => outputs.push({ kind: 'bars', chart }),
      graph: (chart) => outputs.push({ kind: 'graph', chart }),
    });
  } catch (thrown) {
    if (thrown instanceof CheckError) outputs.push(check(false, thrown.result.message));
    else error = thrown instanceof Error ? `${thrown.name}: ${thrown.message}` : String(thrown);
  }
  return { outputs, error, milliseconds: performance.now() - start };
}

/** A number as cells show it; everything else in its own words. */
export function printed(value: unknown): string {
  return typeof value === 'number' ? formatNumber(value, digits) : String(value);
}

const check = (passed: boolean, text: string): CellOutput => ({ kind: 'check', passed, text });
