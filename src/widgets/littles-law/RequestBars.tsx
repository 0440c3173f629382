import { useMemo } from 'react';
import { useChart } from '../chart/index.ts';
import { type BarView, barsOf } from './bars.ts';
import type { Requests } from './model.ts';
import type { LittlesLawValues } from './parameters.ts';
import styles from './View.module.css';

interface Props {
  requests: Requests;
  values: LittlesLawValues;
  time: number;
}

/** The bars; within the window and up to the playhead they carry the colour of W. */
export function RequestBars({ requests, values, time }: Props) {
  const { x, y, clip } = useChart();
  const bars = useMemo(() => barsOf(requests, values, time), [requests, values, time]);
  const pitch = y(1) - y(0);
  const thickness = Math.max(1, pitch - Math.min(2, pitch * 0.25));
  return (
    <g clipPath={clip}>
      {bars.map((bar) => (
        <Bar key={bar.row} bar={bar} x={x} top={y(bar.row)} thickness={thickness} />
      ))}
    </g>
  );
}

interface BarProps {
  bar: BarView;
  x: (time: number) => number;
  top: number;
  thickness: number;
}

function Bar({ bar, x, top, thickness }: BarProps) {
  return (
    <g data-request={bar.row + 1}>
      {bar.stretches.map(({ part, from, to }) => (
        <rect
          key={part}
          className={styles.stretch}
          data-part={part}
          data-missed={bar.missed}
          data-edge={bar.counts}
          x={x(from)}
          width={Math.max(0.5, x(to) - x(from))}
          y={top}
          height={thickness}
        />
      ))}
    </g>
  );
}
