import { useMemo } from 'react';
import { markColor, type Tone, textColor, textWidth, useChart } from '../chart/index.ts';
import type { QuantileEstimate } from './estimate.ts';
import styles from './latency.module.css';
import { IntervalBar } from './QuantileMark.tsx';
import { formatLatency } from './words.ts';

/** One line of the list: a value, its interval where it has one, and in words what it is. */
export function ReplicaRow({
  row,
  value,
  estimate,
  sample,
  truth,
  tone,
  shape = 'circle',
  note = '',
  below = false,
  avoid,
}: {
  readonly row: number;
  readonly value: number;
  readonly estimate?: QuantileEstimate;
  /** The latencies themselves in increasing order, drawn as a rug under the line. */
  readonly sample?: Float64Array;
  /** The law’s own quantile, a tick on the line. */
  readonly truth?: number;
  readonly tone: Tone;
  readonly shape?: 'circle' | 'diamond';
  readonly note?: string;
  /** Words under the line rather than beside it. */
  readonly below?: boolean;
  /** A value on the x axis, an SLO, that the words keep clear of. */
  readonly avoid: number;
}) {
  const { x, y, plot } = useChart();
  const height = y(row) - 6;
  const at = Math.min(plot.right, Math.max(plot.left, x(value)));
  const finite = (bound: number | undefined, otherwise: number) =>
    bound !== undefined && Number.isFinite(x(bound)) ? x(bound) : otherwise;
  const [from, to] = [
    Math.max(plot.left, Math.min(at, finite(estimate?.lower, at))),
    Math.min(plot.right, Math.max(at, finite(estimate?.upper, at))),
  ];
  const place = placeOf([formatLatency(value), note], {
    from,
    to,
    low: plot.left,
    high: plot.right + 8,
    avoid: x(avoid),
  });
  return (
    <g style={{ stroke: markColor(tone) }}>
      {sample && <Rug sample={sample} at={height} />}
      {estimate && <IntervalBar estimate={estimate} at={height} />}
      {truth !== undefined && (
        <path
          className={styles.truth}
          style={{ stroke: markColor('formula') }}
          d={`M${x(truth)} ${height - 10}v20`}
        />
      )}
      <path className={styles.point} style={{ fill: markColor(tone) }} d={outline(shape, at, height)} />
      <text
        className={styles.label}
        style={{ fill: textColor(tone) }}
        x={place.right ? to + 8 : from - 8}
        y={height + (below ? 18 : 4)}
        textAnchor={place.right ? 'start' : 'end'}
      >
        {place.text}
      </text>
    </g>
  );
}

interface Room {
  readonly from: number;
  readonly to: number;
  readonly low: number;
  readonly high: number;
  readonly avoid: number;
}

/** Right of the line, or left of it where the SLO or the edge is in the way; the note is left out where it fits nowhere. */
function placeOf([value = '', note = '']: readonly string[], room: Room): { text: string; right: boolean } {
  const text = note ? `${value} · ${note}` : value;
  const wide = textWidth(text, 12, 500) + 12;
  const fits = { right: room.to + wide <= room.high, left: room.from - wide >= room.low };
  const clear = (start: number) => room.avoid < start - 4 || room.avoid > start + wide + 4;
  if (note && !fits.right && !fits.left) return placeOf([value], room);
  const right = fits.right && (clear(room.to) || !fits.left || !clear(room.from - wide));
  return { text, right: right || !fits.left };
}

/** Every latency as a hair on one line; of many, evenly chosen ones and all of the slowest. */
function Rug({ sample, at }: { readonly sample: Float64Array; readonly at: number }) {
  const { x, clip } = useChart();
  const path = useMemo(() => {
    const stride = Math.max(1, Math.floor(sample.length / mostHairs));
    return Array.from(sample)
      .filter((_, index) => index % stride === 0 || index > sample.length - slowest)
      .map((ms) => (x(ms) >= 0 ? `M${x(ms).toFixed(1)} ${(at + 10).toFixed(1)}v9` : ''))
      .join('');
  }, [sample, x, at]);
  return <path className={styles.rug} clipPath={clip} d={path} />;
}

const mostHairs = 350;
const slowest = 40;

function outline(shape: 'circle' | 'diamond', x: number, y: number): string {
  return shape === 'diamond'
    ? `M${x} ${y - 7}l7 7l-7 7l-7 -7z`
    : `M${x - 5} ${y}a5 5 0 1 0 10 0a5 5 0 1 0 -10 0z`;
}
