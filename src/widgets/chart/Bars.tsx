import styles from './chart.module.css';
import { useChart } from './chartContext.ts';
import { markColor, type Tone } from './tone.ts';

/**
 * Bars or a histogram: each covers `from` … `to` on the x axis and rises from `base` to `value`.
 *
 *     <Bars bars={bins.map((bin) => ({ from: bin.start, to: bin.end, value: bin.count }))} tone="sojourn" />
 *     <Bars bars={counts.map((value, i) => ({ from: i - 0.35, to: i + 0.35, value }))} />   // on a categoryAxis
 */
export interface BarsProps {
  readonly bars: readonly Bar[];
  readonly tone?: Tone;
  readonly base?: number;
}

export interface Bar {
  readonly from: number;
  readonly to: number;
  readonly value: number;
  /** Where this bar starts, for stacks; default: `base`. */
  readonly base?: number;
  readonly tone?: Tone;
}

export function Bars({ bars, tone = 'neutral', base = 0 }: BarsProps) {
  const { x, y, clip } = useChart();
  return (
    <g clipPath={clip}>
      {bars.map((bar) => {
        const [left, right] = [x(bar.from), x(bar.to)];
        const floor = y(bar.base ?? base);
        // 0 has no place on a log axis: its bars stand on the axis.
        const bottom = Number.isFinite(floor) ? floor : y.range[0];
        const top = y(bar.value);
        if (![left, right, top].every(Number.isFinite)) return null;
        const gap = right - left > 4 ? 1 : 0;
        return (
          <rect
            key={`${bar.from} ${bar.base ?? base}`}
            className={styles.bar}
            style={{ fill: markColor(bar.tone ?? tone) }}
            x={left}
            width={Math.max(0.5, right - left - gap)}
            y={Math.min(top, bottom)}
            height={Math.abs(bottom - top)}
          />
        );
      })}
    </g>
  );
}
