import { useMemo } from 'react';
import type { PlotSpec } from '../../../../engine/notebook/index.ts';
import { Axis, Chart, Crosshair, DirectLabels, textWidth } from '../../../chart/index.ts';
import { axisOf, valuesOn } from './axes.ts';
import { axisTitle, reading } from './axisTitle.ts';
import { BinLabels } from './BinLabels.tsx';
import { describe, plotName } from './describe.ts';
import { nameMarks, outline, shortened } from './marks.ts';
import { SeriesKey } from './SeriesKey.tsx';
import { Statements } from './Statements.tsx';
import { seriesOf } from './series.ts';
import { xyStatements } from './statements.ts';
import { XyMark } from './XyMark.tsx';

type Xy = Extract<PlotSpec, { kind: 'xy' }>;

/** Marks in a picture that are drawn as SVG; more go on a canvas. */
const svgMarks = 2_000;

/** A chart with two axes of numbers. */
export function XyPlot({ plot, width }: { readonly plot: Xy; readonly width: number }) {
  const drawn = useMemo(() => prepare(plot), [plot]);
  const { marks, ends, peaks, x, y, series, statements, dense } = drawn;
  const [xTitle, yTitle] = [axisTitle(plot.x), axisTitle(plot.y)];
  const labels = ends.map((end) => ({ ...end, label: shortened(end.label, Math.max(80, width * 0.32)) }));
  const widest = Math.max(0, ...labels.map(({ label }) => textWidth(label, 12, 500)));
  // Names stand beside the plot unless that would leave too little of it; then above it, if their colours tell them
  // apart, and otherwise at their lines.
  const roomBeside = labels.length > 0 && widest + 30 <= width * 0.3;
  const beside = roomBeside ? Math.ceil(widest) + 20 : 16;
  const above =
    !roomBeside && labels.length > 1 && new Set(ends.map(({ tone }) => tone)).size === ends.length;
  const inside = labels.length > 0 && !above;
  return (
    <>
      {above && <SeriesKey series={ends} />}
      <Chart
        width={width}
        height={Math.max(width < 480 ? 250 : 300, labels.length * 16 + 90)}
        margin={{ right: beside, ...(xTitle ? {} : { bottom: 28 }), ...(yTitle ? {} : { top: 14 }) }}
        x={x}
        y={y}
        label={plotName(plot)}
        description={[describe(plot), ...statements].join('. ')}
        interactive={series.length > 0}
      >
        <Axis side="bottom" title={xTitle} />
        <Axis side="left" title={yTitle} />
        {marks.map((mark, index) => (
          <XyMark
            key={mark.name}
            named={mark}
            dense={dense}
            // Labels of lines end at the right; those of rules keep out of their way, and out of each other's.
            labelAt={mark.mark.mark === 'rule' && mark.mark.axis === 'x' && index % 2 === 1 ? 'start' : 'end'}
            namesAtEnd={inside}
          />
        ))}
        <BinLabels peaks={peaks} />
        {inside && <DirectLabels labels={labels} />}
        {series.length > 0 && (
          <Crosshair
            name={plot.x.label || 'horizontal axis'}
            formatX={(at) => `${plot.x.label ? `${plot.x.label} ` : ''}${reading(plot.x)(at)}`}
            series={series}
          />
        )}
      </Chart>
      <Statements statements={statements} />
    </>
  );
}

/** All that follows from the data alone, whatever the width. */
function prepare(plot: Xy) {
  const marks = nameMarks(plot.marks);
  const kinds = new Set(plot.marks.map(({ mark }) => mark));
  const all = (axis: 'x' | 'y') => plot.marks.flatMap((mark) => valuesOn(mark, axis));
  const x = axisOf(plot.x, all('x'), { zero: false, pad: kinds.has('scatter'), nice: false });
  const y = axisOf(plot.y, all('y'), {
    zero: kinds.has('bins'),
    pad: plot.y.scale === 'log' || kinds.has('scatter'),
    nice: true,
  });
  const single = plot.marks.reduce((sum, mark) => sum + svgParts(mark), 0);
  return {
    marks,
    x,
    y,
    series: marks.flatMap((mark) => seriesOf(mark, reading(plot.y))),
    statements: xyStatements(plot, { x, y }),
    dense: single > svgMarks,
    ends: marks.flatMap(({ mark, label, tone }) =>
      label && mark.mark !== 'rule' && mark.mark !== 'bins' ? [{ label, tone, points: outline(mark) }] : [],
    ),
    peaks: marks.flatMap(({ mark, label, tone }) =>
      label && mark.mark === 'bins' ? [{ label, tone, bins: mark.bins }] : [],
    ),
  };
}

/** Elements that a mark would be in the SVG; a line is one, however many points it has. */
function svgParts(mark: Xy['marks'][number]): number {
  if (mark.mark === 'scatter') return mark.points.length;
  return mark.mark === 'bins' ? mark.bins.length : 1;
}
