import { useMemo, useRef } from 'react';
import {
  Axis,
  type AxisSpec,
  Chart,
  formatNumber,
  formatPercent,
  linearAxis,
  logAxis,
  useWidth,
} from '../../../chart/index.ts';
import { formatMs } from '../../formats.ts';
import { timeAxis } from '../../results/timeAxis.ts';
import styles from '../experiment.module.css';
import { formatBytes } from './formatBytes.ts';
import type { ErrorKind, FormatRow } from './formatRows.ts';
import { type Tradeoff, TradeoffMarks } from './TradeoffMarks.tsx';

interface TradeoffChartProps {
  readonly formats: readonly FormatRow[];
  readonly kind: ErrorKind;
}

/** Error upwards, time to the right: better is down and left. */
export function TradeoffChart({ formats, kind }: TradeoffChartProps) {
  const box = useRef<HTMLDivElement>(null);
  const width = useWidth(box);
  const marks = useMemo(() => formats.flatMap(markOf), [formats]);
  const x = useMemo(
    () =>
      timeAxis(
        marks.flatMap(({ time, low, high }) => [low ?? time, time, high ?? time]),
        true,
      ),
    [marks],
  );
  const y = useMemo(() => errorAxis(marks, kind), [marks, kind]);
  return (
    <figure className={`${styles.picture} ${styles.pictureAlone}`}>
      <figcaption className={styles.caption}>
        Down and to the left is better. Whiskers are 95 % intervals; a ring is a format that another one
        beats: no more wrong and surely faster. Formats that failed the gate are not here: they have no speed.
      </figcaption>
      <div ref={box}>
        {width > 0 && (
          <Chart
            width={width}
            height={360}
            x={x}
            y={y}
            interactive={false}
            label="Error against time, one point for each number format"
            description={marks
              .map(
                ({ name, time, error }) =>
                  `${name}: ${formatMs(time)}, error ${formatPercent(error.value, 2)}.`,
              )
              .join(' ')}
          >
            <Axis side="bottom" title="time of one inference, p50 (log axis)" />
            <Axis
              side="left"
              title={
                kind === 'answers'
                  ? 'wrong answers on the held-out set'
                  : 'largest difference / scale of the output (log axis)'
              }
            />
            <TradeoffMarks marks={marks} />
          </Chart>
        )}
      </div>
    </figure>
  );
}

const markOf = ({ precision, measurement, error, beatenBy }: FormatRow): Tradeoff[] => {
  if (!measurement || !error) return [];
  const { p50 } = measurement.report;
  const { bytes } = measurement.model;
  const size = bytes === undefined ? '' : `, ${formatBytes(bytes)}`;
  return [
    {
      name: precision,
      label: `${precision}${size}`,
      time: p50.value,
      low: p50.lower,
      high: p50.upper,
      error,
      beaten: beatenBy !== null,
    },
  ];
};

const errorAxis = (marks: readonly Tradeoff[], kind: ErrorKind): AxisSpec => {
  if (kind === 'answers') {
    const low = Math.min(...marks.map(({ error }) => error.lower));
    const high = Math.max(...marks.map(({ error }) => error.upper));
    // Dots need no zero; names stand above them.
    const room = Math.max(0.005, high - low);
    return linearAxis([Math.max(0, low - 0.4 * room), high + 0.9 * room], {
      format: (share) => formatPercent(share),
    });
  }
  const format = (share: number) => formatNumber(share, 2);
  const sizes = marks.map(({ error }) => error.value).filter((value) => value > 0);
  return sizes.length === 0
    ? linearAxis([0, 0.01], { format })
    : logAxis([Math.min(...sizes) / 4, Math.max(...sizes) * 10], { format });
};
