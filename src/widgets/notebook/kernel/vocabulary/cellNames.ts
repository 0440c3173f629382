import * as engine from '../../../../engine/index.ts';
import { type CellControl, type CellOutput, limits } from '../../../../engine/notebook/index.ts';
import { isThenable } from '../values/isThenable.ts';
import { valueTree } from '../values/valueTree.ts';
import { createConsole } from './cellConsole.ts';
import { createChecks } from './checks.ts';
import { Mark } from './plot/mark.ts';
import { chartOf, createPlot, type PlotOptions } from './plot/plot.ts';
import { printedLine } from './printed.ts';
import { type RangeInput, rangeControl } from './range.ts';
import { tableOf } from './tableOf.ts';

/** Where a run's names lead: to its report, and to the values at which the reader left its sliders. */
export interface CellPort {
  readonly output: (output: CellOutput) => void;
  readonly control: (control: CellControl) => void;
  readonly kept: ReadonlyMap<string, number>;
}

const { drift, stats } = engine;

/** Names that are the same for every run. `psi` and `jsDivergence` take the engine's ε = 1e-8. */
const constants: Readonly<Record<string, unknown>> = {
  engine,
  ...engine,
  softmax: stats.softmax,
  percentile: stats.percentile,
  psi: drift.psi,
  jsDivergence: drift.jsDivergence,
  sleep: (milliseconds: number) => new Promise<void>((resolve) => setTimeout(resolve, milliseconds)),
};

const ofRuns = ['print', 'display', 'table', 'plot', 'input', 'checkTrue', 'checkClose'];

/** Every name that the kernel gives a cell; a name that a cell of the scope declares goes before it. */
export const vocabulary: ReadonlySet<string> = new Set([...Object.keys(constants), ...ofRuns]);

/** What one run of a cell sees of the kernel. */
export interface CellNames {
  /** By name: what `vocabulary` lists. */
  readonly names: Readonly<Record<string, unknown>>;
  /** Shadows a global of the worker. */
  readonly console: unknown;
  /** Shows a value: draws marks, nothing for undefined, else its structure. */
  readonly show: (value: unknown) => void;
}

/** The names of one run: what they put out goes to that run's report. */
export function createCellNames(port: CellPort): CellNames {
  const draw = (input: unknown, options?: PlotOptions) => {
    const { plot, notice } = chartOf(input, options);
    port.output({ kind: 'plot', plot });
    if (notice) port.output({ kind: 'notice', text: notice });
  };
  const display = (value: unknown) => {
    if (isDrawn(value)) draw(value);
    else port.output({ kind: 'value', value: valueTree(value) });
  };
  const names = {
    ...constants,
    ...createChecks((passed, message) =>
      port.output({ kind: 'check', passed, message: message.slice(0, limits.text) }),
    ),
    print: (...values: unknown[]) => port.output({ kind: 'text', text: printedLine(values) }),
    display: (value: unknown) => {
      display(value);
      return value;
    },
    table: (first: unknown, rows?: unknown) => port.output({ kind: 'table', table: tableOf(first, rows) }),
    plot: createPlot(draw),
    input: {
      range: (settings: RangeInput) => {
        const control = rangeControl(settings, port.kept);
        port.control(control);
        return control.value;
      },
    },
  };
  const show = (value: unknown) => {
    if (value !== undefined && !isThenable(value)) display(value);
  };
  const console = Object.defineProperty(createConsole(port.output), '$last', { value: show });
  return { names, console, show };
}

const isDrawn = (value: unknown) =>
  value instanceof Mark ||
  (Array.isArray(value) && value.length > 0 && value.every((item) => item instanceof Mark));
