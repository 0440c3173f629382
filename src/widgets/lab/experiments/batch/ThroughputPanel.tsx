import { useMemo, useRef } from 'react';
import {
  Axis,
  Band,
  Chart,
  Crosshair,
  Dots,
  Line,
  linearAxis,
  type Point,
  Rule,
  useWidth,
} from '../../../chart/index.ts';
import { roundedRate } from '../../formats.ts';
import styles from '../experiment.module.css';
import { along, batchAxis } from './batchAxis.ts';
import { type BatchRun, measuredThroughput } from './batchRun.ts';

interface PanelProps {
  readonly run: BatchRun;
  readonly log: boolean;
}

/** Rows a second at each batch size, the curve n/(a + b·n) and the ceiling that it nears. */
export function ThroughputPanel({ run, log }: PanelProps) {
  const box = useRef<HTMLDivElement>(null);
  const width = useWidth(box);
  const { rows, fit } = run;
  const x = useMemo(() => batchAxis(rows, log), [rows, log]);
  const dots = useMemo(() => rows.map(measuredThroughput), [rows]);
  const curve = useMemo(() => (fit ? along(x).map((n) => ({ n, ...fit.throughput(n) })) : []), [fit, x]);
  const highest = Math.max(...dots.map((dot) => dot.high ?? dot.y));
  // A ceiling far above everything measured would press the points into the floor: then it is only told.
  const ceiling = fit && fit.ceiling.value < 4 * highest ? fit.ceiling.value : null;
  const y = useMemo(
    () => linearAxis([0, 1.12 * Math.max(highest, ceiling ?? 0)], { format: roundedRate }),
    [highest, ceiling],
  );
  return (
    <figure className={styles.picture}>
      <figcaption className={styles.caption}>
        <strong>Throughput of one busy engine.</strong> n rows in T(n); the curve is n/(a + b·n)
        {ceiling === null ? '.' : ' and nears the ceiling 1/b.'}
      </figcaption>
      <div ref={box}>
        {width > 0 && (
          <Chart
            width={width}
            height={320}
            x={x}
            y={y}
            label="Throughput against batch size"
            description={dots.map((dot) => `A batch of ${dot.x} gives ${roundedRate(dot.y)}.`).join(' ')}
          >
            <Axis side="bottom" title={`batch n, rows${log ? ' (log axis)' : ''}`} />
            <Axis side="left" title="rows a second, at p50" />
            {ceiling !== null && (
              <Rule
                orientation="horizontal"
                value={ceiling}
                tone="soft"
                dash="short"
                label="1/b ="
                format={roundedRate}
                labelAt="start"
              />
            )}
            <Band points={curve.map(({ n, lower, upper }) => [n, lower, upper] as const)} tone="formula" />
            <Line points={curve.map(({ n, value }): Point => [n, value])} tone="formula" />
            <Dots points={dots} tone="measured" />
            <Crosshair
              name="batch size"
              formatX={(n) => `batch ${n}`}
              stops={rows.map(({ batch }) => batch)}
              series={[
                {
                  label: 'measured',
                  tone: 'measured',
                  at: (n) => dots.find((dot) => dot.x === n)?.y,
                  format: roundedRate,
                },
                ...(fit
                  ? [
                      {
                        label: 'n/(a + b·n)',
                        tone: 'formula' as const,
                        at: (n: number) => fit.throughput(n).value,
                        format: roundedRate,
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
