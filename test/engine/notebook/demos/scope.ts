import * as v from 'valibot';
import * as engine from '../../../../src/engine/index.ts';
import { type CellOutput, cellOutputSchema, controlSchema } from '../../../../src/engine/notebook/index.ts';

type Mark = Record<string, unknown>;
type Points =
  | readonly (readonly number[])[]
  | readonly { x: number; y: number }[]
  | { x: ArrayLike<number>; y: ArrayLike<number> };

export interface Slider {
  label: string;
  min: number;
  max: number;
  step?: number;
  value: number;
}

/** The names of a cell's scope, with what was put out and the sliders that were made. */
export interface Recording {
  scope: Record<string, unknown>;
  outputs: CellOutput[];
  sliders: Slider[];
}

/** A scope that keeps what a cell would show, held to the page's own schema. `at` places the sliders. */
export function recordingScope(at: (slider: Slider) => number): Recording {
  const outputs: CellOutput[] = [];
  const sliders: Slider[] = [];
  const put = (output: unknown) => outputs.push(v.parse(cellOutputSchema, output));
  const check = ({ passed, message }: engine.stats.CheckResult) => put({ kind: 'check', passed, message });
  return {
    outputs,
    sliders,
    scope: {
      engine,
      ...engine,
      softmax: engine.stats.softmax,
      percentile: engine.stats.percentile,
      psi: engine.drift.psi,
      jsDivergence: engine.drift.jsDivergence,
      checkTrue: (condition: boolean, name: string) => check(engine.stats.checkTrue(condition, name)),
      checkClose: (value: number, target: number, tolerance?: number, name?: string) =>
        check(engine.stats.checkClose(value, target, tolerance, name)),
      print: (...values: unknown[]) => put({ kind: 'text', text: values.map(shown).join(' ') }),
      table: (first: readonly unknown[], rows?: readonly unknown[][]) =>
        put({ kind: 'table', table: rows ? { columns: first, rows } : fromObjects(first) }),
      plot: Object.assign(
        (marks: Mark | Mark[], look?: object) => put({ kind: 'plot', plot: drawn(marks, look) }),
        markMakers,
      ),
      input: {
        range: (slider: Slider) => {
          const step = slider.step ?? (slider.max - slider.min) / 100;
          v.parse(controlSchema, { key: slider.label, ...slider, step });
          sliders.push(slider);
          return at(slider);
        },
      },
    },
  };
}

const shown = (value: unknown): string =>
  typeof value === 'number' ? String(Number(value.toPrecision(6))) : String(value);

const fromObjects = (objects: readonly unknown[]) => {
  const rows = v.parse(v.array(v.record(v.string(), v.unknown())), objects);
  return { columns: Object.keys(rows[0] ?? {}), rows: rows.map((row) => Object.values(row)) };
};

const tuples = (points: Points): number[][] => {
  if ('x' in points) return Array.from(points.x, (x, i) => [x, points.y[i] ?? Number.NaN]);
  return points.map((point) => ('x' in point ? [point.x, point.y] : [...point]));
};

const markMakers = {
  line: (points: Points, look?: object) => ({ mark: 'line', points: tuples(points), ...look }),
  area: (points: Points, look?: object) => ({ mark: 'area', points: tuples(points), ...look }),
  scatter: (points: Points, look?: object) => ({ mark: 'scatter', points: tuples(points), ...look }),
  ecdf: (values: ArrayLike<number>, look?: object) => {
    const { x, p } = engine.stats.ecdf(values);
    return { mark: 'line', step: true, points: tuples({ x, y: p }), ...look };
  },
  histogram: (values: ArrayLike<number>, { bins, ...look }: { bins?: number } = {}) => {
    const { edges, counts } = engine.stats.histogram(values, { bins });
    return { mark: 'bins', bins: Array.from(counts, (n, i) => [edges[i], edges[i + 1], n]), ...look };
  },
  rule: ({ x, y, ...look }: { x?: number; y?: number }) => ({
    mark: 'rule',
    axis: x === undefined ? 'y' : 'x',
    value: x ?? y,
    ...look,
  }),
  bars: (values: Record<string, number>, look?: object) => ({
    kind: 'bars',
    groups: Object.keys(values),
    series: [{ label: '', values: Object.values(values), ...look }],
  }),
  groupedBars: (groups: string[], series: Record<string, ArrayLike<number>>) => ({
    kind: 'bars',
    groups,
    series: Object.entries(series).map(([label, values]) => ({ label, values: Array.from(values) })),
  }),
  graph: (nodes: string[], edges: [string, string][]) => ({ kind: 'graph', nodes, edges }),
};

const drawn = (marks: Mark | Mark[], look: { title?: string; x?: object; y?: object } = {}) => {
  const all = Array.isArray(marks) ? marks : [marks];
  const whole = all.find(({ kind }) => kind !== undefined);
  const { x = {}, y = {}, title = '' } = look;
  if (whole === undefined) return onLogarithms({ kind: 'xy', x, y, title, marks: all });
  if (whole.kind === 'graph') return { ...whole, title };
  const rules = all
    .filter((mark) => mark !== whole)
    .map(({ value, label, tone }) => ({ value, label, tone }));
  return { ...whole, title, y, rules };
};

/** A logarithmic axis has no place for what is not above 0. */
const onLogarithms = (spec: { kind: 'xy'; x: object; y: object; title: string; marks: Mark[] }) => {
  const isLog = [spec.x, spec.y].map((axis) => 'scale' in axis && axis.scale === 'log');
  for (const { points } of spec.marks) {
    for (const [x = 0, ...ys] of v.parse(v.optional(v.array(v.array(v.number())), []), points)) {
      if ((isLog[0] && x <= 0) || (isLog[1] && Math.min(...ys) <= 0)) {
        throw new RangeError(`[${[x, ...ys]}] on a logarithmic axis: ${spec.title}`);
      }
    }
  }
  return spec;
};
