import { useMemo, useRef } from 'react';
import { ecdf } from '../../../engine/stats/index.ts';
import type { Measurement } from '../../../store/measurements.ts';
import {
  Axis,
  Chart,
  Crosshair,
  formatPercent,
  linearAxis,
  type Points,
  readStep,
  StepLine,
  useWidth,
} from '../../chart/index.ts';
import { formatMs } from '../formats.ts';
import { CurveLabels } from './CurveLabels.tsx';
import { QuantileMarks } from './QuantileMarks.tsx';
import styles from './results.module.css';
import { dashAt, shortName, toneAt } from './style.ts';
import { timeAxis } from './timeAxis.ts';

interface DistributionProps {
  readonly shown: readonly Measurement[];
  readonly log: boolean;
}

/** The empirical distribution functions on one time axis, with the quantiles' intervals. */
export function Distribution({ shown, log }: DistributionProps) {
  const box = useRef<HTMLDivElement>(null);
  const width = useWidth(box);
  const curves = useMemo(() => shown.map(curveOf), [shown]);
  const x = useMemo(
    () =>
      timeAxis(
        curves.flatMap(({ points }) => points.map(([time]) => time)),
        log,
      ),
    [curves, log],
  );
  const right = x.domain[1];
  return (
    <figure className={styles.picture}>
      <div ref={box}>
        {width > 0 && (
          <Chart
            width={width}
            height={340}
            x={x}
            y={shareAxis}
            label="Empirical distribution of the time of one inference"
            description={shown
              .map(
                ({ name, report }) =>
                  `${name}: half take at most ${formatMs(report.p50.value)}, 95 % at most ${formatMs(report.p95.value)}.`,
              )
              .join(' ')}
          >
            <Axis side="bottom" title={`time t of one inference${log ? ' (log axis)' : ''}`} />
            <Axis side="left" title="F(t), share ≤ t; p95 = inf{t: F(t) ≥ 0.95}" />
            {curves.map(({ id, points }, index) => (
              <StepLine
                key={id}
                points={points}
                tone={toneAt(index)}
                dash={dashAt(index)}
                width={2}
                until={right}
              />
            ))}
            {shown.map(({ id, report: { p50, p90, p95, p99 } }, index) => (
              <QuantileMarks key={id} quantiles={[p50, p90, p95, p99]} tone={toneAt(index)} />
            ))}
            <CurveLabels curves={curves} />
            <Crosshair
              name="time of one inference"
              formatX={formatMs}
              series={curves.map(({ name, points }, index) => ({
                label: name,
                tone: toneAt(index),
                at: (time: number) => readStep(points)(time) ?? 0,
                format: (share: number) => formatPercent(share),
              }))}
            />
          </Chart>
        )}
      </div>
      <figcaption className={styles.caption}>
        Bars mark p50, p90, p95 and p99 with their 95 % intervals; a quantile whose interval is not resolvable
        has none. A quantile is the inverted distribution function here: the smallest time that such a share
        of the samples did not exceed.
      </figcaption>
    </figure>
  );
}

const shareAxis = linearAxis([0, 1], {
  ticks: [0, 0.25, 0.5, 0.75, 0.9, 1],
  format: (share) => formatPercent(share),
});

const curveOf = (
  { id, name, createdAt, serviceTimes }: Measurement,
  _: number,
  all: readonly Measurement[],
) => {
  const { x, p } = ecdf(serviceTimes);
  const points: Points = [
    [(x[0] ?? 0) * 0.999_999, 0] as const,
    ...Array.from(x, (time, at) => [time, p[at] ?? 1] as const),
  ];
  const names = all.map((measurement) => measurement.name);
  return { id, name: shortName(name, names, createdAt), points };
};
