import { markColor, type PlotArea, textColor, textWidth, useChart } from '../../../chart/index.ts';
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

/** Points with whiskers both ways, each with its name above it, moved up where names would touch. */
export function TradeoffMarks({ marks }: { readonly marks: readonly Tradeoff[] }) {
  const { x, y, plot } = useChart();
  // A difference of exactly 0 has no place on a log axis: it lies at its foot.
  const height = (error: number) => (Number.isFinite(y(error)) ? y(error) : plot.bottom);
  const labels = placed(
    marks.map(({ label, time, error }) => ({
      px: x(time),
      top: height(error.upper),
      width: textWidth(label, 12, 500),
    })),
    plot,
  );
  return (
    <g>
      {marks.map(({ name, time, low, high, error, beaten }, index) => {
        const [px, py] = [x(time), height(error.value)];
        const tone = beaten ? 'soft' : 'measured';
        const at = labels[index];
        const ends = {
          left: x(low ?? time),
          right: x(high ?? time),
          top: height(error.upper),
          bottom: height(error.lower),
        };
        return (
          <g key={name}>
            {at && <path className={styles.pointLeader} d={`M${px} ${ends.top - 3}V${at.y + 4}`} />}
            <path
              className={styles.pointWhisker}
              style={{ stroke: markColor(tone) }}
              d={whiskers({ px, py, ...ends })}
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
          </g>
        );
      })}
      {/* After all marks, so that a name's halo keeps it readable where a line runs behind it. */}
      {marks.map(({ name, label, beaten }, index) => (
        <text
          key={name}
          className={styles.pointLabel}
          style={{ fill: textColor(beaten ? 'soft' : 'measured') }}
          x={labels[index]?.x}
          y={labels[index]?.y}
          textAnchor="middle"
        >
          {label}
        </text>
      ))}
    </g>
  );
}

interface Wish {
  readonly px: number;
  readonly top: number;
  readonly width: number;
}

const labelHeight = 17;

/** Where each name stands: centred above its mark, inside the plot, over no other name. */
const placed = (wishes: readonly Wish[], plot: PlotArea) => {
  const taken: { x: number; y: number; half: number }[] = [];
  return wishes.map(({ px, top, width }) => {
    const half = width / 2;
    const x = Math.min(plot.right - half, Math.max(plot.left + half + 4, px));
    const meets = (at: number) =>
      taken.some(
        (other) => Math.abs(other.y - at) < labelHeight && Math.abs(other.x - x) < other.half + half + 8,
      );
    let y = top - 9;
    while (meets(y)) y -= labelHeight;
    taken.push({ x, y, half });
    return { x, y };
  });
};

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
