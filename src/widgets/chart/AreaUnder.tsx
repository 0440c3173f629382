import { area, curveLinear, curveStepAfter } from 'd3-shape';
import { useMemo } from 'react';
import styles from './chart.module.css';
import { useChart } from './chartContext.ts';
import type { Point, Points } from './points.ts';
import { markColor, type Tone } from './tone.ts';

/**
 * The area between a line and the bottom of the plot (or `base`), e.g. ∫N(t)dt beneath a step line.
 *
 *     <AreaUnder points={steps} step tone="number" from={0} to={now} />
 */
export interface AreaUnderProps {
  readonly points: Points;
  readonly tone?: Tone;
  /** The points are a step function. */
  readonly step?: boolean;
  readonly base?: number;
  /** Only the part between these x values. */
  readonly from?: number;
  readonly to?: number;
  readonly opacity?: number;
}

export function AreaUnder({
  points,
  tone = 'neutral',
  step = false,
  base,
  from,
  to,
  opacity,
}: AreaUnderProps) {
  const { x, y, clip } = useChart();
  const path = useMemo(() => {
    const bottom = base === undefined ? y.range[0] : y(base);
    return (
      area<Point>(
        (point) => x(point[0]),
        bottom,
        (point) => y(point[1]),
      )
        .curve(step ? curveStepAfter : curveLinear)
        .digits(2)
        .defined((point) => Number.isFinite(x(point[0])) && Number.isFinite(y(point[1])))(
        cut(points, from, to, step),
      ) ?? ''
    );
  }, [points, x, y, step, base, from, to]);
  return (
    <path
      className={styles.area}
      style={{ fill: markColor(tone), ...(opacity === undefined ? {} : { fillOpacity: opacity }) }}
      clipPath={clip}
      d={path}
    />
  );
}

/** The points between two x values, with the cut ends put in. */
function cut(points: Points, from: number | undefined, to: number | undefined, step: boolean): Points {
  if (from === undefined && to === undefined) return points;
  const start = from ?? Number.NEGATIVE_INFINITY;
  const end = to ?? Number.POSITIVE_INFINITY;
  const kept: Point[] = [];
  points.forEach((point, index) => {
    const next = points[index + 1];
    if (point[0] >= start && point[0] <= end) kept.push(point);
    if (!next) return;
    for (const edge of [start, end]) {
      if (edge > point[0] && edge < next[0]) kept.push([edge, step ? point[1] : between(point, next, edge)]);
    }
  });
  const last = points.at(-1);
  // A step's last value holds on to the end of what was asked for.
  if (step && last && Number.isFinite(end) && end > last[0] && last[0] >= start) kept.push([end, last[1]]);
  return kept;
}

function between(left: Point, right: Point, x: number): number {
  return left[1] + ((x - left[0]) / (right[0] - left[0])) * (right[1] - left[1]);
}
