import type { PlotAxis, PlotMark, PlotSpec } from '../../../../engine/notebook/index.ts';
import { type AxisSpec, formatNumber } from '../../../chart/index.ts';
import { fits } from './axes.ts';

type XyPlot = Extract<PlotSpec, { kind: 'xy' }>;
type BarsPlot = Extract<PlotSpec, { kind: 'bars' }>;

interface Axes {
  readonly x: AxisSpec;
  readonly y: AxisSpec;
}

/** What the picture of an xy plot cannot show, in words: nothing is left out in silence. */
export function xyStatements({ marks, x, y }: XyPlot, axes: Axes): readonly string[] {
  const count = { all: 0, unplaced: 0, outside: 0 };
  for (const mark of marks) {
    for (const place of placesOf(mark)) {
      count.all += 1;
      if (!placeable(place.x, axes.x) || !placeable(place.y, axes.y)) count.unplaced += 1;
      else if (!within(place.x, axes.x) || !within(place.y, axes.y)) count.outside += 1;
    }
  }
  const noun = marks.every(({ mark }) => mark === 'bins' || mark === 'rule') ? 'bar' : 'point';
  const logs = [x.scale === 'log' && 'horizontal', y.scale === 'log' && 'vertical'].filter(Boolean);
  return [
    ...refusedDomain(x, 'horizontal'),
    ...refusedDomain(y, 'vertical'),
    ...notDrawn(count.unplaced, count.all, noun, logs.join(' or ')),
    ...(count.outside > 0
      ? [
          `${share(count.outside, count.all, noun)} ${lies(count.outside)} outside the range that the axes were given, and ${is(count.outside)} not shown.`,
        ]
      : []),
    ...marks.flatMap((mark) => hiddenRule(mark, axes)),
  ];
}

/** The same for bars by name. */
export function barStatements(
  { y, series, groups, rules }: BarsPlot,
  axis: AxisSpec,
  allNamed: boolean,
): readonly string[] {
  const values = series.flatMap(({ values }) => values.slice(0, groups.length));
  const unplaced = values.filter((value) => !placeable([value], axis)).length;
  const beyond = values.filter((value) => placeable([value], axis) && !within([value], axis)).length;
  return [
    ...refusedDomain(y, 'value'),
    ...notDrawn(unplaced, values.length, 'bar', 'value'),
    ...(beyond > 0
      ? [`${share(beyond, values.length, 'bar')} ${beyond === 1 ? 'ends' : 'end'} outside the axis as given.`]
      : []),
    ...rules.flatMap(({ value, label }) => (within([value], axis) ? [] : [ruleOutside(label, value)])),
    ...(allNamed ? [] : ['Not every bar has its name below it: there are too many. The data has them all.']),
  ];
}

interface Place {
  readonly x: readonly number[];
  readonly y: readonly number[];
}

/** Where each point of a mark lies; a span counts as shown where any of it is. */
function placesOf(mark: PlotMark): readonly Place[] {
  switch (mark.mark) {
    case 'rule':
      return [];
    case 'area':
      return mark.points.map(([x, low, high]) => ({ x: [x], y: [low, high] }));
    case 'bins':
      return mark.bins.map(([from, to, value]) => ({ x: [from, to], y: [value] }));
    case 'line':
    case 'scatter':
      return mark.points.map(([x, y]) => ({ x: [x], y: [y] }));
  }
}

function placeable(values: readonly number[], { kind }: AxisSpec): boolean {
  return kind !== 'log' || Math.max(...values) > 0;
}

function within(values: readonly number[], { domain, kind }: AxisSpec): boolean {
  const [start, end] = [Math.min(...domain), Math.max(...domain)];
  const slack = kind === 'log' ? start * 1e-9 : (end - start) * 1e-9;
  return Math.max(...values) >= start - slack && Math.min(...values) <= end + slack;
}

function refusedDomain(axis: PlotAxis, name: string): readonly string[] {
  if (fits(axis) || !axis.domain) return [];
  const [start, end] = axis.domain;
  return [
    `The ${name} log axis cannot run from ${formatNumber(start)} to ${formatNumber(end)}, since log scales begin above 0; its range was chosen from the data.`,
  ];
}

function notDrawn(count: number, all: number, noun: string, axes: string): readonly string[] {
  if (count === 0) return [];
  return [
    `${share(count, all, noun)} could not be drawn: the ${axes} log axis has no place for 0 and below.`,
  ];
}

function hiddenRule(mark: PlotMark, axes: Axes): readonly string[] {
  if (mark.mark !== 'rule') return [];
  const axis = axes[mark.axis];
  const shown = placeable([mark.value], axis) && within([mark.value], axis);
  return shown ? [] : [ruleOutside(mark.label, mark.value)];
}

function ruleOutside(label: string | undefined, value: number): string {
  return `The line ${label ? `“${label}” ` : ''}at ${formatNumber(value, 4)} lies outside the axes and is not shown.`;
}

function share(count: number, all: number, noun: string): string {
  return `${formatNumber(count, 9)} of ${formatNumber(all, 9)} ${noun}${all === 1 ? '' : 's'}`;
}

const lies = (count: number) => (count === 1 ? 'lies' : 'lie');
const is = (count: number) => (count === 1 ? 'is' : 'are');
