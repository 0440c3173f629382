import { markColor, type Tone, useChart } from '../../../chart/index.ts';
import type { PlacedBar } from './bars.ts';
import styles from './plot.module.css';

/** Bars that lie: names on the vertical axis, values along the horizontal one. */
export function RowBars({ bars, tone }: { readonly bars: readonly PlacedBar[]; readonly tone: Tone }) {
  const { x, y, clip } = useChart();
  return (
    <g clipPath={clip}>
      {bars.map(({ from, to, value }) => {
        const zero = x(0);
        // 0 has no place on a log axis: its bars begin at the edge.
        const start = Number.isFinite(zero) ? zero : x.range[0];
        const end = x(value);
        if (!Number.isFinite(end)) return null;
        return (
          <rect
            key={from}
            className={styles.bar}
            style={{ fill: markColor(tone) }}
            x={Math.min(start, end)}
            width={Math.max(0.5, Math.abs(end - start))}
            y={Math.min(y(from), y(to))}
            height={Math.max(0.5, Math.abs(y(to) - y(from)) - 1)}
          />
        );
      })}
    </g>
  );
}
