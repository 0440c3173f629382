import { extent } from 'd3-array';
import type { PlotMark, PlotSpec } from '../../../../engine/notebook/index.ts';
import { valuesOn } from './axes.ts';
import { axisTitle, reading } from './axisTitle.ts';
import { nameMarks } from './marks.ts';

/** Accessible name of a plot: its title, else what its axes say. */
export function plotName(plot: PlotSpec): string {
  if (plot.title) return plot.title;
  if (plot.kind === 'graph') return 'Graph';
  const y = axisTitle(plot.y);
  if (plot.kind === 'bars') return y ? `${y} by name` : 'Bars';
  const x = axisTitle(plot.x);
  return x && y ? `${y} by ${x}` : x || y || 'Chart';
}

/** What is to be seen in a plot, for those who do not see it: ranges, last values, connections. */
export function describe(plot: PlotSpec): string {
  switch (plot.kind) {
    case 'xy':
      return nameMarks(plot.marks)
        .map(({ mark, name }) => `${name}: ${inWords(mark, plot)}`)
        .join('. ');
    case 'bars':
      return plot.series
        .map(({ label, values }) => {
          const bars = plot.groups.map((group, i) => `${group} ${reading(plot.y)(values[i] ?? Number.NaN)}`);
          return `${label ? `${label}: ` : ''}${bars.join(', ')}`;
        })
        .join('. ');
    case 'graph':
      return plot.edges.length === 0
        ? `${plot.nodes.join(', ')}, without connections`
        : plot.edges.map(([from, to]) => `${from} to ${to}`).join(', ');
  }
}

function inWords(mark: PlotMark, { x, y }: Extract<PlotSpec, { kind: 'xy' }>): string {
  const [atX, atY] = [reading(x), reading(y)];
  if (mark.mark === 'rule') {
    return mark.axis === 'x' ? `upright line at ${atX(mark.value)}` : `level line at ${atY(mark.value)}`;
  }
  const size = mark.mark === 'bins' ? mark.bins.length : mark.points.length;
  if (size === 0) return 'no data';
  const range = (axis: 'x' | 'y') => {
    const [low, high] = extent(valuesOn(mark, axis));
    const at = axis === 'x' ? atX : atY;
    return `${axisTitle(axis === 'x' ? x : y) || axis} from ${at(low ?? 0)} to ${at(high ?? 0)}`;
  };
  const last = mark.mark === 'line' ? mark.points.at(-1) : undefined;
  const noun = mark.mark === 'bins' ? 'bars' : 'points';
  return [`${size} ${noun}`, range('x'), range('y'), last && `last ${atY(last[1])}`]
    .filter(Boolean)
    .join(', ');
}
