import type { QuantileEstimate } from '../../../engine/benchmark/index.ts';
import { markColor, type Tone, useChart } from '../../chart/index.ts';
import styles from './results.module.css';

/** The quantiles' intervals as level bars at their heights on the distribution function. */
export function QuantileMarks({
  quantiles,
  tone,
}: {
  readonly quantiles: readonly QuantileEstimate[];
  readonly tone: Tone;
}) {
  const { x, y, clip } = useChart();
  return (
    <g clipPath={clip}>
      {quantiles.map(({ p, lower, upper }) => {
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
