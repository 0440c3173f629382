import { markColor, type Tone, textColor, textWidth, useChart } from '../chart/index.ts';
import type { QuantileEstimate } from './estimate.ts';
import styles from './latency.module.css';
import { type Level, levelNames } from './reading.ts';
import { formatLatency, intervalLabel } from './words.ts';

/**
 * A quantile read off a distribution function: along the level to the curve, down to the axis; the interval as a bar on
 * the level, with an arrow where it has no end.
 */
export function QuantileMark({
  estimate,
  level,
  tone = 'sojourn',
  avoid,
  words,
  bounded = true,
}: {
  readonly estimate: QuantileEstimate;
  readonly level: Level;
  readonly tone?: Tone;
  /** A value on the x axis, an SLO, that the words keep clear of. */
  readonly avoid: number;
  /** What it is the quantile of, where there are several. */
  readonly words?: string;
  /** Whether the samples are independent, so that the interval means something. */
  readonly bounded?: boolean;
}) {
  const { x, y, plot } = useChart();
  const at = clamp(x(estimate.value), plot.left, plot.right);
  const height = y(estimate.p);
  const lines = [
    `${levelNames[level]} = ${formatLatency(estimate.value)}`,
    ...(words ? [words] : []),
    ...(bounded ? [intervalWords(estimate)] : []),
  ];
  const wide = Math.max(...lines.map((word) => textWidth(word, 12, 500))) + 14;
  const gap = x(avoid) - at;
  const clear = !(gap > 0 && gap < wide);
  const right = at - wide < plot.left || (clear && at + wide <= plot.right);
  // Below the names of the curves, above the words on the axis.
  const first = plot.top + 0.62 * plot.height;
  return (
    <g style={{ stroke: markColor(tone) }}>
      <path className={styles.drop} d={`M${plot.left} ${height}H${at}V${plot.bottom}`} />
      {bounded && <IntervalBar estimate={estimate} at={height} />}
      <circle className={styles.point} style={{ fill: markColor(tone) }} cx={at} cy={height} r={4.5} />
      {lines.map((word, line) => (
        <text
          key={word}
          className={styles.label}
          style={{ fill: textColor(tone) }}
          x={at + (right ? 8 : -8)}
          y={first + 16 * line}
          textAnchor={right ? 'start' : 'end'}
          data-strong={line === 0}
        >
          {word}
        </text>
      ))}
    </g>
  );
}

/** The interval of a quantile at a height in px; arrows point to bounds that do not exist. */
export function IntervalBar({ estimate, at }: { readonly estimate: QuantileEstimate; readonly at: number }) {
  const { x, plot } = useChart();
  const left = Number.isFinite(estimate.lower) ? clamp(x(estimate.lower), plot.left, plot.right) : plot.left;
  const right = Number.isFinite(estimate.upper)
    ? clamp(x(estimate.upper), plot.left, plot.right)
    : plot.right;
  const open = { left: x.domain[0] > estimate.lower, right: x.domain[1] < estimate.upper };
  return (
    <g className={styles.interval}>
      <path d={`M${left} ${at}H${right}`} />
      <path
        d={open.left ? `M${left + 6} ${at - 5}L${left} ${at}L${left + 6} ${at + 5}` : `M${left} ${at - 6}v12`}
      />
      <path
        d={
          open.right
            ? `M${right - 6} ${at - 5}L${right} ${at}L${right - 6} ${at + 5}`
            : `M${right} ${at - 6}v12`
        }
      />
    </g>
  );
}

function intervalWords(estimate: QuantileEstimate): string {
  return estimate.resolvable ? `95 %: ${intervalLabel(estimate)}` : 'not resolvable at this n';
}

/** What lies off the axis waits at its edge; on a log axis 0 and below lie to the left. */
function clamp(pixel: number, low: number, high: number): number {
  return Number.isNaN(pixel) ? low : Math.min(high, Math.max(low, pixel));
}
