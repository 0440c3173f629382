import type { PlotMark } from '../../../../engine/notebook/index.ts';
import { type CrosshairSeries, type Points, readLine, readStep } from '../../../chart/index.ts';
import type { NamedMark } from './marks.ts';

/** What the crosshair reads of a mark: lines, both edges of an area, the bar over x; nothing of single points. */
export function seriesOf(
  { mark, name, tone }: NamedMark,
  format: (value: number) => string,
): readonly CrosshairSeries[] {
  switch (mark.mark) {
    case 'line': {
      const at = mark.step ? readStep : readLine;
      return runsRight(mark.points) ? [{ label: name, tone, at: at(mark.points), format }] : [];
    }
    case 'area': {
      const edges: readonly (readonly [string, Points])[] = [
        [`${name}, high`, mark.points.map(([x, , high]) => [x, high])],
        [`${name}, low`, mark.points.map(([x, low]) => [x, low])],
      ];
      if (!edges.every(([, points]) => runsRight(points))) return [];
      return edges.map(([label, points]) => ({ label, tone, at: readLine(points), format }));
    }
    case 'bins':
      return [{ label: name, tone, at: readBins(mark.bins), format }];
    case 'scatter':
    case 'rule':
      return [];
  }
}

/** A line that turns back has several values over one x: no crosshair can read it. */
function runsRight(points: Points): boolean {
  return points.length > 0 && points.every((point, i) => point[0] >= (points[i - 1]?.[0] ?? point[0]));
}

function readBins(bins: Extract<PlotMark, { mark: 'bins' }>['bins']) {
  return (x: number) =>
    bins.find(([from, to], i) => x >= from && (x < to || (i === bins.length - 1 && x === to)))?.[2];
}
