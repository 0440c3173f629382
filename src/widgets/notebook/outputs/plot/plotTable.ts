import type { PlotMark, PlotSpec } from '../../../../engine/notebook/index.ts';
import { axisTitle } from './axisTitle.ts';
import { nameMarks } from './marks.ts';

/** The data of a plot as rows; a cell that a row has no value for is null. */
export interface PlotTable {
  readonly columns: string[];
  readonly rows: (string | number | null)[][];
}

/** The same numbers that the picture is drawn from, not rounded. */
export function plotTable(plot: PlotSpec): PlotTable {
  switch (plot.kind) {
    case 'xy':
      return xyTable(plot);
    case 'bars':
      return {
        columns: ['name', ...plot.series.map(({ label }) => label || axisTitle(plot.y) || 'value')],
        rows: plot.groups.map((group, i) => [group, ...plot.series.map(({ values }) => values[i] ?? null)]),
      };
    case 'graph':
      return plot.edges.length === 0
        ? { columns: ['node'], rows: plot.nodes.map((name) => [name]) }
        : { columns: ['from', 'to'], rows: plot.edges.map(([from, to]) => [from, to]) };
  }
}

/** One value of a row by the column that it belongs to. */
type Row = Partial<Record<'mark' | 'x' | 'to' | 'y' | 'low' | 'high', string | number>>;

const order = ['mark', 'x', 'to', 'y', 'low', 'high'] as const;

function xyTable({ marks, x, y }: Extract<PlotSpec, { kind: 'xy' }>): PlotTable {
  const rows = nameMarks(marks).flatMap(({ mark, name }) =>
    rowsOf(mark).map((row): Row => ({ mark: name, ...row })),
  );
  const [xTitle, yTitle] = [axisTitle(x) || 'x', axisTitle(y) || 'y'];
  const bins = marks.some(({ mark }) => mark === 'bins');
  const titles = {
    mark: 'mark',
    x: bins ? `${xTitle}, from` : xTitle,
    to: `${xTitle}, to`,
    y: yTitle,
    low: `${yTitle}, low`,
    high: `${yTitle}, high`,
  };
  const used = order.filter((column) =>
    column === 'mark' ? marks.length > 1 : rows.some((row) => row[column] !== undefined),
  );
  return {
    columns: used.map((column) => titles[column]),
    rows: rows.map((row) => used.map((column) => row[column] ?? null)),
  };
}

function rowsOf(mark: PlotMark): readonly Row[] {
  switch (mark.mark) {
    case 'line':
      return mark.points.map(([x, y]) => ({ x, y }));
    case 'area':
      return mark.points.map(([x, low, high]) => ({ x, low, high }));
    case 'scatter':
      return mark.points.map(([x, y, low, high]) => ({ x, y, low, high }));
    case 'bins':
      return mark.bins.map(([x, to, y]) => ({ x, to, y }));
    case 'rule':
      return [mark.axis === 'x' ? { x: mark.value } : { y: mark.value }];
  }
}
