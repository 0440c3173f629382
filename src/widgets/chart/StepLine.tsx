import { curveStepAfter, line } from 'd3-shape';
import { useMemo } from 'react';
import styles from './chart.module.css';
import { useChart } from './chartContext.ts';
import { EndLabel } from './EndLabel.tsx';
import { dashes, type LineProps } from './Line.tsx';
import type { Point } from './points.ts';
import { markColor } from './tone.ts';

/**
 * A step function: each value holds until the next point. The number in a system N(t), an empirical CDF.
 *
 *     <StepLine points={pairs(times, numbers)} tone="number" until={horizon} />
 */
export interface StepLineProps extends LineProps {
  /** The last value holds up to here; default: it ends at its own point. */
  readonly until?: number;
}

export function StepLine({ points, tone = 'ink', dash = 'solid', width = 1.5, label, until }: StepLineProps) {
  const { x, y, clip } = useChart();
  const drawn = useMemo(() => extended(points, until), [points, until]);
  const path = useMemo(
    () =>
      line<Point>(
        (point) => x(point[0]),
        (point) => y(point[1]),
      )
        .curve(curveStepAfter)
        .digits(2)
        .defined((point) => Number.isFinite(x(point[0])) && Number.isFinite(y(point[1])))(drawn) ?? '',
    [drawn, x, y],
  );
  return (
    <>
      <path
        className={styles.line}
        style={{ stroke: markColor(tone) }}
        strokeWidth={width}
        strokeDasharray={dashes[dash]}
        // Square corners: a rounded step would show values that were never taken.
        strokeLinejoin="miter"
        clipPath={clip}
        d={path}
      />
      {label && <EndLabel points={drawn} label={label} tone={tone} />}
    </>
  );
}

export function extended(points: readonly Point[], until: number | undefined): readonly Point[] {
  const last = points.at(-1);
  return last && until !== undefined && until > last[0] ? [...points, [until, last[1]]] : points;
}
