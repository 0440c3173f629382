import { markColor, useChart } from '../chart/index.ts';
import styles from './View.module.css';

/** A cross on the time axis for every attempt that was turned away: counted by the dashboard, never inside. */
export function RejectedMarks({ times, until }: { times: Float64Array; until: number }) {
  const { x, plot } = useChart();
  return (
    <g>
      {Array.from(times, (at) => (
        <path
          key={at}
          className={styles.cross}
          style={{ stroke: markColor('bad') }}
          data-ahead={at > until}
          d={`M${x(at) - 4} ${plot.bottom - 10}l8 8m0 -8l-8 8`}
        />
      ))}
    </g>
  );
}
