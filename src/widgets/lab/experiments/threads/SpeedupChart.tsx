import { useMemo, useRef } from 'react';
import {
  Annotation,
  Axis,
  Band,
  Chart,
  Crosshair,
  Dots,
  formatNumber,
  Line,
  linearAxis,
  type Point,
  useWidth,
} from '../../../chart/index.ts';
import styles from '../experiment.module.css';
import type { ThreadRun } from './threadRun.ts';

/** Speed-up against threads: measured, ideal, and Amdahl's law with its band. */
export function SpeedupChart({ run }: { readonly run: ThreadRun }) {
  const box = useRef<HTMLDivElement>(null);
  const width = useWidth(box);
  const { rows, law } = run;
  const most = Math.max(2, ...rows.map(({ threads }) => threads));
  const counts = useMemo(() => rows.map(({ threads }) => threads), [rows]);
  const x = useMemo(
    () => linearAxis([1 - 0.06 * (most - 1), 1 + 1.06 * (most - 1)], { ticks: counts, format: String }),
    [most, counts],
  );
  const highest = Math.max(most, ...rows.map(({ speedup }) => speedup?.upper ?? 1));
  const y = useMemo(
    () => linearAxis([0, 1.08 * highest], { format: (value) => formatNumber(value) }),
    [highest],
  );
  const curve = useMemo(() => (law ? steps(most).map((n) => ({ n, ...law.speedup(n) })) : []), [law, most]);
  const dots = rows.map(({ threads, speedup }) => ({
    x: threads,
    y: threads === 1 ? 1 : (speedup?.ratio ?? Number.NaN),
    ...(speedup && { low: speedup.lower, high: speedup.upper }),
  }));
  const middle = (1 + most) / 2;
  return (
    <figure className={`${styles.picture} ${styles.pictureAlone}`}>
      <figcaption className={styles.caption}>
        Points are measured, with 95 % intervals from paired blocks.
        {law && ' The curve is Amdahl’s law with the fitted serial share and its band.'} One thread is 1 by
        definition.
      </figcaption>
      <div ref={box}>
        {width > 0 && (
          <Chart
            width={width}
            height={340}
            x={x}
            y={y}
            label="Speed-up against threads"
            description={dots
              .map((dot) => `${dot.x} ${dot.x === 1 ? 'thread' : 'threads'}: ${formatNumber(dot.y)} times.`)
              .join(' ')}
          >
            <Axis side="bottom" title="threads n" />
            <Axis side="left" title="speed-up S(n) = T(1)/T(n)" />
            <Line
              points={[
                [1, 1],
                [most, most],
              ]}
              tone="soft"
              dash="short"
            />
            <Band points={curve.map(({ n, lower, upper }) => [n, lower, upper] as const)} tone="formula" />
            <Line points={curve.map(({ n, value }): Point => [n, value])} tone="formula" />
            <Annotation x={middle} y={middle} tone="soft" dx={-18} dy={-22} dot={false}>
              ideal: n
            </Annotation>
            {law && (
              <Annotation x={middle} y={law.speedup(middle).value} tone="formula" dx={18} dy={26} dot={false}>
                Amdahl’s law
              </Annotation>
            )}
            <Dots points={dots} tone="measured" radius={5} />
            <Crosshair
              name="threads"
              formatX={(n) => `${n} ${n === 1 ? 'thread' : 'threads'}`}
              stops={counts}
              series={[
                { label: 'measured', tone: 'measured', at: (n) => dots.find((dot) => dot.x === n)?.y },
                ...(law
                  ? [{ label: 'Amdahl', tone: 'formula' as const, at: (n: number) => law.speedup(n).value }]
                  : []),
                { label: 'ideal', tone: 'soft', at: (n) => n },
              ]}
            />
          </Chart>
        )}
      </div>
    </figure>
  );
}

const steps = (most: number): readonly number[] =>
  Array.from({ length: 41 }, (_, step) => 1 + ((most - 1) * step) / 40);
