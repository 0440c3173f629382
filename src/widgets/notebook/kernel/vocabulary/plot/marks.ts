import type { PlotMark } from '../../../../../engine/notebook/index.ts';
import { ecdf, histogram } from '../../../../../engine/stats/index.ts';
import { Mark } from './mark.ts';
import { type PointsInput, readPoints } from './points.ts';

type Tone = PlotMark['tone'];

interface Style {
  readonly label?: string;
  readonly tone?: Tone;
}

const rule = ({ x, y, label, tone }: Style & { readonly x?: number; readonly y?: number }) => {
  const value = x ?? y;
  if (value === undefined || (x !== undefined && y !== undefined))
    throw new TypeError('plot.rule takes either { x: … } or { y: … }');
  return new Mark({ mark: 'rule', axis: x === undefined ? 'y' : 'x', value, label, tone });
};

const bars = (values: Readonly<Record<string, number>>, { tone }: Style = {}) => {
  const entries = Object.entries(values);
  return chart(
    entries.map(([name]) => name),
    [{ label: '', values: entries.map(([, value]) => value), tone }],
  );
};

const groupedBars = (groups: readonly string[], series: Readonly<Record<string, ArrayLike<number>>>) =>
  chart(
    Array.from(groups, String),
    Object.entries(series).map(([label, values]) => ({ label, values: Array.from(values), tone: undefined })),
  );

const chart = (groups: string[], series: { label: string; values: number[]; tone: Tone }[]) => {
  for (const { label, values } of series) {
    if (values.length !== groups.length)
      throw new RangeError(
        `${label} must have one value a group, got ${values.length} for ${groups.length} groups`,
      );
    values.forEach((value, index) => {
      if (!Number.isFinite(value))
        throw new RangeError(
          `the bar ${[groups[index], label].filter(Boolean).join(', ')} must be finite, got ${value}`,
        );
    });
  }
  const y = { label: '', unit: '', scale: 'linear' as const };
  return new Mark({ kind: 'bars', title: '', y, groups, series, rules: [] });
};

/** `plot.line` and the others: plain functions from data to marks. */
export const marks = {
  line: (
    points: PointsInput,
    { label, tone, dashed = false, step = false }: Style & { dashed?: boolean; step?: boolean } = {},
  ) =>
    new Mark({
      mark: 'line',
      points: pairs(readPoints('plot.line', points, [2])),
      label,
      tone,
      dashed,
      step,
    }),
  area: (points: PointsInput, { label, tone }: Style = {}) =>
    new Mark({ mark: 'area', points: triples(readPoints('plot.area', points, [3])), label, tone }),
  scatter: (points: PointsInput, { label, tone }: Style = {}) =>
    new Mark({ mark: 'scatter', points: dots(readPoints('plot.scatter', points, [2, 4])), label, tone }),
  histogram: (values: ArrayLike<number>, { bins, label, tone }: Style & { bins?: number } = {}) => {
    const { edges, counts } = histogram(values, { bins });
    const rows = Array.from(counts, (count, i): number[] => [edges[i] ?? 0, edges[i + 1] ?? 0, count]);
    return new Mark({ mark: 'bins', bins: triples(rows), label, tone });
  },
  ecdf: (values: ArrayLike<number>, { label, tone }: Style = {}) => {
    const { x, p } = ecdf(values);
    const first = x[0] ?? 0;
    const rows = Array.from(x, (value, i): number[] => [value, p[i] ?? 0]);
    return new Mark({
      mark: 'line',
      points: pairs([[first, 0], ...rows]),
      label,
      tone,
      dashed: false,
      step: true,
    });
  },
  rule,
  bars,
  groupedBars,
  graph: (nodes: readonly string[], edges: readonly (readonly [string, string])[]) =>
    new Mark({
      kind: 'graph',
      title: '',
      nodes: Array.from(nodes, String),
      edges: Array.from(edges, ([from, to]): [string, string] => [String(from), String(to)]),
    }),
};

const pairs = (rows: readonly number[][]) => rows.map(([x = 0, y = 0]): [number, number] => [x, y]);
const triples = (rows: readonly number[][]) =>
  rows.map(([a = 0, b = 0, c = 0]): [number, number, number] => [a, b, c]);
const dots = (rows: readonly number[][]) =>
  rows.map(([x = 0, y = 0, low, high]): [number, number] | [number, number, number, number] =>
    low === undefined || high === undefined ? [x, y] : [x, y, low, high],
  );
