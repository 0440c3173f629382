import type { Measurement } from '../../../store/measurements.ts';
import { markColor, type Tone, useChart } from '../../chart/index.ts';
import styles from './results.module.css';

/** The quantiles' intervals as level bars at their heights on the distribution function. */
export function QuantileMarks({
  measurement,
  tone,
}: {
  readonly measurement: Measurement;
  readonly tone: Tone;
}) {
  const { x, y, clip } = useChart();
  const { p50, p90, p95, p99 } = measurement.report;
  return (
    <g clipPath={clip}>
      {[p50, p90, p95, p99].map(({ p, lower, upper }) => {
        if (lower === null || upper === null) return null;
        const height = y(p);
        const [left, right] = [x(lower), x(upper)];
        return (
          <path
            key={p}
            className={styles.interval}
            style={{ stroke: markColor(tone) }}
            d={`M${left} ${height}H${right}M${left} ${height - 4}v8M${right} ${height - 4}v8`}
          />
        );
      })}
    </g>
  );
}
