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
      {marks.map(({ name, label, time, low, high, error, beaten }, index) => {
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
            {at && <path className={styles.pointLeader} d={`M${px} ${ends.top - 4}L${at.from} ${at.y}`} />}
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
            {at && (
              <text className={styles.pointLabel} style={{ fill: textColor(tone) }} x={at.left} y={at.y + 4}>
                {label}
              </text>
            )}
          </g>
        );
      })}
    </g>
  );
}

interface Wish {
  readonly px: number;
  readonly top: number;
  readonly width: number;
}

const labelHeight = 17;
const leader = 8;

/** Where each name begins: above its mark, right of it or left where there is no room, over no other name. */
const placed = (wishes: readonly Wish[], plot: PlotArea) => {
  const taken: { left: number; right: number; y: number }[] = [];
  return wishes.map(({ px, top, width }) => {
    const toRight = px + leader + 4 + width <= plot.right;
    const left = toRight ? px + leader + 3 : px - leader - 3 - width;
    const meets = (at: number) =>
      taken.some(
        (other) =>
          Math.abs(other.y - at) < labelHeight && other.left < left + width + 8 && left < other.right + 8,
      );
    let at = top - 12;
    while (meets(at)) at -= labelHeight;
    taken.push({ left, right: left + width, y: at });
    return { left, y: at, from: toRight ? left - 3 : left + width + 3 };
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
