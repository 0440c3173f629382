import { useMemo, useRef } from 'react';
import {
  Annotation,
  Axis,
  Band,
  Chart,
  Crosshair,
  Dots,
  Line,
  type Point,
  Rule,
  useWidth,
} from '../../../chart/index.ts';
import { formatMs } from '../../formats.ts';
import { timeAxis } from '../../results/timeAxis.ts';
import styles from '../experiment.module.css';
import { along, batchAxis } from './batchAxis.ts';
import type { BatchRun } from './batchRun.ts';

interface PanelProps {
  readonly run: BatchRun;
  readonly log: boolean;
}

/** The median time of one inference at each batch size, and the line through them with its band. */
export function TimePanel({ run, log }: PanelProps) {
  const box = useRef<HTMLDivElement>(null);
  const width = useWidth(box);
  const { rows, fit } = run;
  const x = useMemo(() => batchAxis(rows, log), [rows, log]);
  const line = useMemo(() => (fit ? along(x).map((n) => ({ n, ...fit.at(n) })) : []), [fit, x]);
  const dots = rows.map(({ batch, report: { p50 } }) => ({
    x: batch,
    y: p50.value,
    ...(p50.lower !== null && p50.upper !== null && { low: p50.lower, high: p50.upper }),
  }));
  const y = useMemo(
    () =>
      timeAxis(
        [
          ...rows.map(({ report }) => report.p50.value),
          ...(fit && fit.fixed.lower > 0 && log ? [fit.fixed.value] : []),
        ],
        log,
      ),
    [rows, fit, log],
  );
  const middle = rows[Math.floor(rows.length / 2)]?.batch;
  return (
    <figure className={styles.picture}>
      <figcaption className={styles.caption}>
        <strong>Time of one inference.</strong> Points are medians with their 95 % intervals; the line is a +
        b·n with its 95 % band.
      </figcaption>
      <div ref={box}>
        {width > 0 && (
          <Chart
            width={width}
            height={320}
            x={x}
            y={y}
            label="Time of one inference against batch size"
            description={dots.map((dot) => `A batch of ${dot.x} takes ${formatMs(dot.y)}.`).join(' ')}
          >
            <Axis side="bottom" title={`batch n, rows${log ? ' (log axis)' : ''}`} />
            <Axis side="left" title="time of one inference, p50" />
            {fit && fit.fixed.lower > 0 && (
              <Rule
                orientation="horizontal"
                value={fit.fixed.value}
                tone="soft"
                dash="short"
                label="a ="
                labelAt="end"
              />
            )}
            <Band points={line.map(({ n, lower, upper }) => [n, lower, upper] as const)} tone="formula" />
            <Line points={line.map(({ n, value }): Point => [n, value])} tone="formula" />
            {fit && middle && (
              <Annotation x={middle} y={fit.at(middle).value} tone="formula" dx={22} dy={26} dot={false}>
                a + b·n
              </Annotation>
            )}
            <Dots points={dots} tone="measured" />
            <Crosshair
              name="batch size"
              formatX={(n) => `batch ${n}`}
              stops={rows.map(({ batch }) => batch)}
              series={[
                {
                  label: 'measured p50',
                  tone: 'measured',
                  at: (n) => dots.find((dot) => dot.x === n)?.y,
                  format: formatMs,
                },
                ...(fit
                  ? [
                      {
                        label: 'a + b·n',
                        tone: 'formula' as const,
                        at: (n: number) => fit.at(n).value,
                        format: formatMs,
                      },
                    ]
                  : []),
              ]}
            />
          </Chart>
        )}
      </div>
    </figure>
  );
}
