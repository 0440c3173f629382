import { markColor, textColor, textWidth, useChart } from '../chart/index.ts';
import type { QuantileEstimate } from './estimate.ts';
import styles from './latency.module.css';
import { type Level, levelNames } from './reading.ts';
import { formatLatency } from './words.ts';

/** The quantile that the generator that waits reports; without an interval, since it is an answer to another question. */
export function WaitingMark({
  estimate,
  level,
}: {
  readonly estimate: QuantileEstimate;
  readonly level: Level;
}) {
  const { x, y, plot } = useChart();
  const at = Math.min(plot.right, Math.max(plot.left, x(estimate.value)));
  const height = y(estimate.p);
  const words = `${levelNames[level]} = ${formatLatency(estimate.value)}`;
  const roomLeft = at - plot.left > textWidth(words, 12, 600) + 8;
  return (
    <g style={{ stroke: markColor('simulation') }}>
      <path className={styles.drop} d={`M${at} ${height}V${plot.bottom}`} />
      <circle
        className={styles.point}
        style={{ fill: markColor('simulation') }}
        cx={at}
        cy={height}
        r={4.5}
      />
      <text
        className={styles.label}
        style={{ fill: textColor('simulation') }}
        x={at + (roomLeft ? -8 : 8)}
        y={plot.bottom - 36}
        textAnchor={roomLeft ? 'end' : 'start'}
        data-strong
      >
        {words}
        <tspan x={at + (roomLeft ? -8 : 8)} dy={16} fontWeight={500}>
          by waiting
        </tspan>
      </text>
    </g>
  );
}
