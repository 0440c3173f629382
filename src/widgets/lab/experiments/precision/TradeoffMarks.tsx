import { markColor, spread, textColor, textWidth, useChart } from '../../../chart/index.ts';
import styles from '../experiment.module.css';
import type { ErrorEstimate } from './formatRows.ts';

export interface Tradeoff {
  readonly name: string;
  readonly label: string;
  readonly time: number;
  readonly low: number | null;
  readonly high: number | null;
  readonly error: ErrorEstimate;
  /** Whether another one is no more wrong and surely faster. */
  readonly beaten: boolean;
}

const labelHeight = 16;
const leader = 14;

/** Points with whiskers both ways and their names, moved apart where they would touch. */
export function TradeoffMarks({ marks }: { readonly marks: readonly Tradeoff[] }) {
  const { x, y, plot } = useChart();
  // A difference of exactly 0 has no place on a log axis: it lies at its foot.
  const height = (error: number) => (Number.isFinite(y(error)) ? y(error) : plot.bottom);
  const heights = spread(
    marks.map(({ error }) => height(error.value) - labelHeight),
    labelHeight,
    plot.top + 8,
    plot.bottom - 8,
  );
  return (
    <g>
      {marks.map(({ name, label, time, low, high, error, beaten }, index) => {
        const [px, py] = [x(time), height(error.value)];
        const tone = beaten ? 'soft' : 'measured';
        const at = heights[index] ?? py;
        const right = px + leader + 4 + textWidth(label, 12, 500) <= plot.right;
        const edge = right ? px + leader : px - leader;
        return (
          <g key={name}>
            <path className={styles.pointLeader} d={`M${px} ${py}L${edge} ${at}`} />
            <path
              className={styles.pointWhisker}
              style={{ stroke: markColor(tone) }}
              d={whiskers({
                px,
                py,
                left: x(low ?? time),
                right: x(high ?? time),
                top: height(error.upper),
                bottom: height(error.lower),
              })}
            />
            <circle
              cx={px}
              cy={py}
              r={5}
              style={{
                fill: beaten ? 'var(--surface)' : markColor(tone),
                stroke: markColor(tone),
                strokeWidth: 2,
              }}
            />
            <text
              className={styles.pointLabel}
              style={{ fill: textColor(tone) }}
              x={edge + (right ? 4 : -4)}
              y={at + 4}
              textAnchor={right ? 'start' : 'end'}
            >
              {label}
            </text>
          </g>
        );
      })}
    </g>
  );
}

interface Whiskers {
  readonly px: number;
  readonly py: number;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

const whiskers = ({ px, py, left, right, top, bottom }: Whiskers): string => {
  const level = `M${left} ${py}H${right}M${left} ${py - 3}v6M${right} ${py - 3}v6`;
  return bottom - top < 1
    ? level
    : `${level}M${px} ${top}V${bottom}M${px - 3} ${top}h6M${px - 3} ${bottom}h6`;
};
