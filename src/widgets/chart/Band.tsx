import { area } from 'd3-shape';
import { useMemo } from 'react';
import styles from './chart.module.css';
import { useChart } from './chartContext.ts';
import { markColor, type Tone } from './tone.ts';

/**
 * An interval along a line: what an estimate may be.
 *
 *     <Band points={rows.map((r) => [r.load, r.low, r.high])} tone="simulation" />
 */
export interface BandProps {
  readonly points: readonly (readonly [x: number, low: number, high: number])[];
  readonly tone?: Tone;
  readonly opacity?: number;
}

export function Band({ points, tone = 'simulation', opacity }: BandProps) {
  const { x, y, clip } = useChart();
  const path = useMemo(() => {
    // A bound that the axis cannot show (0 on a log axis) lies at the edge of the plot, not nowhere.
    const low = (value: number) => finite(y(value), y.range[0]);
    const high = (value: number) => finite(y(value), y.range[1]);
    return (
      area<BandProps['points'][number]>(
        (point) => x(point[0]),
        (point) => low(point[1]),
        (point) => high(point[2]),
      )
        .digits(2)
        .defined(
          (point) => Number.isFinite(x(point[0])) && !Number.isNaN(point[1]) && !Number.isNaN(point[2]),
        )(points) ?? ''
    );
  }, [points, x, y]);
  return (
    <path
      className={styles.area}
      style={{ fill: markColor(tone), ...(opacity === undefined ? {} : { fillOpacity: opacity }) }}
      clipPath={clip}
      d={path}
    />
  );
}

function finite(pixel: number, otherwise: number): number {
  return Number.isFinite(pixel) ? pixel : otherwise;
}
