import { useMemo } from 'react';
import { estimateQuantile } from '../../../../engine/benchmark/index.ts';
import { ecdf } from '../../../../engine/stats/index.ts';
import type { LanguageRun } from '../../../../store/languageRun.ts';
import {
  Axis,
  Chart,
  Crosshair,
  formatPercent,
  linearAxis,
  type Points,
  readStep,
  StepLine,
} from '../../../chart/index.ts';
import { formatMs } from '../../formats.ts';
import { CurveLabels } from '../../results/CurveLabels.tsx';
import { QuantileMarks } from '../../results/QuantileMarks.tsx';
import { timeAxis } from '../../results/timeAxis.ts';
import { gapsOf, layouts } from './languageNumbers.ts';
import { layoutStyle } from './layoutStyle.ts';
import { Panel } from './Panel.tsx';

/** The distribution of the time from one token to the next. */
export function GapsPanel({ run }: { readonly run: LanguageRun }) {
  const curves = useMemo(
    () =>
      layouts.map((layout) => {
        const gaps = gapsOf(run, layout);
        const { x, p } = ecdf(gaps);
        const points: Points = [
          [(x[0] ?? 0) * 0.999_999, 0] as const,
          ...Array.from(x, (time, at) => [time, p[at] ?? 1] as const),
        ];
        const quantiles = [0.5, 0.9, 0.95, 0.99].map((share) => estimateQuantile(gaps, share));
        return { id: layout, points, quantiles, ...layoutStyle[layout] };
      }),
    [run],
  );
  const x = useMemo(
    () =>
      timeAxis(
        curves.flatMap(({ points }) => points.map(([time]) => time)),
        true,
      ),
    [curves],
  );
  return (
    <Panel
      title="From one token to the next."
      reading="The share of gaps that took at most t, one row at all lengths; bars are the 95 % intervals of p50, p90, p95, p99."
    >
      {(width) => (
        <Chart
          width={width}
          height={300}
          x={x}
          y={shareAxis}
          label="Distribution of the time between tokens"
          description={curves
            .map(({ name, quantiles: [half, , most] }) =>
              half && most
                ? `${name}: half take at most ${formatMs(half.value)}, 95 % at most ${formatMs(most.value)}.`
                : '',
            )
            .join(' ')}
        >
          <Axis side="bottom" title="time t between two tokens (log axis)" />
          <Axis side="left" title="F(t); p95 = inf{t: F(t) ≥ 0.95}" />
          {curves.map(({ id, points, tone, dash }) => (
            <StepLine key={id} points={points} tone={tone} dash={dash} width={2} until={x.domain[1]} />
          ))}
          {curves.map(({ id, quantiles, tone }) => (
            <QuantileMarks key={id} quantiles={quantiles} tone={tone} />
          ))}
          <CurveLabels curves={curves} />
          <Crosshair
            name="time between two tokens"
            formatX={formatMs}
            series={curves.map(({ name, tone, points }) => ({
              label: name,
              tone,
              at: (time: number) => readStep(points)(time) ?? 0,
              format: (share: number) => formatPercent(share),
            }))}
          />
        </Chart>
      )}
    </Panel>
  );
}

const shareAxis = linearAxis([0, 1], {
  ticks: [0, 0.25, 0.5, 0.75, 0.9, 1],
  format: (share) => formatPercent(share),
});
