import { memo, useMemo } from 'react';
import type { PlotMark } from '../../../../engine/notebook/index.ts';
import {
  AreaUnder,
  Band,
  Bars,
  Dots,
  Line,
  type Points,
  PointsCanvas,
  Rule,
  StepLine,
  useChart,
} from '../../../chart/index.ts';
import type { NamedMark } from './marks.ts';

interface Props {
  readonly named: NamedMark;
  /** The picture has too many marks for an element each. */
  readonly dense: boolean;
  readonly labelAt: 'start' | 'end';
  /** The right end of the plot belongs to the names of lines. */
  readonly namesAtEnd: boolean;
}

/** One mark of a chart, drawn with the marks that every picture of the course is drawn with. */
export const XyMark = memo(function XyMark({ named: { mark, tone }, dense, labelAt, namesAtEnd }: Props) {
  switch (mark.mark) {
    case 'line':
      return mark.step ? (
        <Steps points={mark.points} tone={tone} dashed={mark.dashed} />
      ) : (
        <Line points={mark.points} tone={tone} dash={mark.dashed ? 'long' : 'solid'} />
      );
    case 'area':
      return <Band points={mark.points} tone={tone} />;
    case 'scatter':
      return <Scatter points={mark.points} tone={tone} dense={dense} />;
    case 'bins':
      return <Bins bins={mark.bins} tone={tone} dense={dense} />;
    case 'rule':
      return (
        <Rule
          orientation={mark.axis === 'x' ? 'vertical' : 'horizontal'}
          value={mark.value}
          label={mark.label}
          tone={tone}
          dash="short"
          labelAt={mark.axis === 'y' && namesAtEnd ? 'start' : labelAt}
        />
      );
  }
});

type Of<K extends PlotMark['mark']> = Extract<PlotMark, { mark: K }>;

interface StepsProps {
  readonly points: Points;
  readonly tone: NamedMark['tone'];
  readonly dashed: boolean;
}

/** A step function; a value holds up to the next point even where that one has no place on the axis. */
function Steps({ points, tone, dashed }: StepsProps) {
  const { y } = useChart();
  const held = useMemo(
    () =>
      points.flatMap((point, i): Points => {
        const next = points[i + 1];
        return next && !Number.isFinite(y(next[1])) ? [point, [next[0], point[1]]] : [point];
      }),
    [points, y],
  );
  return <StepLine points={held} tone={tone} dash={dashed ? 'long' : 'solid'} width={2} />;
}

interface ScatterProps {
  readonly points: Of<'scatter'>['points'];
  readonly tone: NamedMark['tone'];
  readonly dense: boolean;
}

function Scatter({ points, tone, dense }: ScatterProps) {
  const dots = useMemo(() => points.map(([x, y, low, high]) => ({ x, y, low, high })), [points]);
  if (dense) return <PointsCanvas points={dots} tone={tone} radius={2} />;
  return <Dots points={dots} tone={tone} radius={points.length > 200 ? 3 : 4} />;
}

interface BinsProps {
  readonly bins: Of<'bins'>['bins'];
  readonly tone: NamedMark['tone'];
  readonly dense: boolean;
}

function Bins({ bins, tone, dense }: BinsProps) {
  const bars = useMemo(() => bins.map(([from, to, value]) => ({ from, to, value })), [bins]);
  const skyline = useMemo(() => (dense ? skylineOf(bins) : []), [bins, dense]);
  return dense ? (
    <AreaUnder points={skyline} tone={tone} step base={0} opacity={0.75} />
  ) : (
    <Bars bars={bars} tone={tone} />
  );
}

/** Thousands of thin bars as one outline, down to 0 where there is a gap between two. */
function skylineOf(bins: Of<'bins'>['bins']): Points {
  return bins.flatMap(([from, to, value], i): Points => {
    const next = bins[i + 1]?.[0];
    return next === to
      ? [[from, value]]
      : [
          [from, value],
          [to, 0],
        ];
  });
}
