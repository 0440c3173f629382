import { line } from 'd3-shape';
import { useMemo } from 'react';
import styles from './chart.module.css';
import { useChart } from './chartContext.ts';
import { EndLabel } from './EndLabel.tsx';
import type { Point, Points } from './points.ts';
import { markColor, type Tone } from './tone.ts';

/**
 * A line through points; it breaks where a value cannot be shown (NaN, ∞, ≤ 0 on a log axis).
 *
 *     <Line points={[[0.1, 1.1], [0.5, 2]]} tone="formula" label="M/M/1" />
 *     <Line points={pinned} tone="pinned" dash="long" />
 *
 * `label` writes the name at the line's end. Where two ends may meet, leave it out and use `<DirectLabels>`.
 */
export interface LineProps {
  readonly points: Points;
  readonly tone?: Tone;
  readonly dash?: Dash;
  readonly width?: number;
  readonly label?: string;
}

/** A second way beside colour to tell lines apart. */
export type Dash = 'solid' | 'long' | 'short' | 'dot';

export const dashes: Readonly<Record<Dash, string | undefined>> = {
  solid: undefined,
  long: '8 4',
  short: '4 3',
  dot: '1 4',
};

export function Line({ points, tone = 'ink', dash = 'solid', width = 2, label }: LineProps) {
  const { x, y, clip } = useChart();
  const path = useMemo(
    () =>
      line<Point>(
        (point) => x(point[0]),
        (point) => y(point[1]),
      )
        .digits(2)
        .defined((point) => Number.isFinite(x(point[0])) && Number.isFinite(y(point[1])))(points) ?? '',
    [points, x, y],
  );
  return (
    <>
      <path
        className={styles.line}
        style={{ stroke: markColor(tone) }}
        strokeWidth={width}
        strokeDasharray={dashes[dash]}
        clipPath={clip}
        d={path}
      />
      {label && <EndLabel points={points} label={label} tone={tone} />}
    </>
  );
}
