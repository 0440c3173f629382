import { useMemo } from 'react';
import type { LanguageRun } from '../../../../store/languageRun.ts';
import {
  Axis,
  Chart,
  Crosshair,
  DirectLabels,
  Dots,
  Line,
  linearAxis,
  type Point,
} from '../../../chart/index.ts';
import { formatRate } from '../../formats.ts';
import { batchRates } from './batchRates.ts';
import { Panel } from './Panel.tsx';

/** Tokens a second against the batch: of one row, and of all rows together. */
export function BatchPanel({ run }: { readonly run: LanguageRun }) {
  const { prompt, each, total } = useMemo(() => batchRates(run), [run]);
  const batches = total.map((dot) => dot.x);
  const x = linearAxis([0.5, Math.max(...batches) + 0.5], { ticks: batches });
  const y = linearAxis([0, 1.15 * Math.max(...total.map((dot) => dot.high ?? dot.y))], {
    format: formatRate,
  });
  const curves = [
    { name: 'all rows', tone: 'measured', dots: total, shape: 'circle' },
    { name: 'each row', tone: 'number', dots: each, shape: 'square' },
  ] as const;
  return (
    <Panel
      title="Tokens a second, by batch."
      reading={`1/time per token after a prompt of ${prompt} tokens, at p50 with 95 % intervals; growing cache.`}
    >
      {(width) => (
        <Chart
          width={width}
          height={300}
          margin={{ right: 72 }}
          x={x}
          y={y}
          label="Tokens a second against batch size"
          description={total
            .map((dot, index) => {
              const one = each[index];
              return `A batch of ${dot.x} writes ${formatRate(dot.y)}, each row ${formatRate(one?.y ?? dot.y)}.`;
            })
            .join(' ')}
        >
          <Axis side="bottom" title="batch, rows written at once" />
          <Axis side="left" title="tokens a second" />
          {curves.map(({ name, tone, dots, shape }) => (
            <g key={name}>
              <Line points={dots.map((dot): Point => [dot.x, dot.y])} tone={tone} dash="short" width={1.5} />
              <Dots points={dots} tone={tone} shape={shape} />
            </g>
          ))}
          <DirectLabels
            labels={curves.map(({ name, tone, dots }) => ({
              label: name,
              tone,
              points: dots.map((dot): Point => [dot.x, dot.y]),
            }))}
          />
          <Crosshair
            name="batch size"
            formatX={(batch) => `batch ${batch}`}
            stops={batches}
            series={curves.map(({ name, tone, dots }) => ({
              label: name,
              tone,
              at: (batch: number) => dots.find((dot) => dot.x === batch)?.y,
              format: formatRate,
            }))}
          />
        </Chart>
      )}
    </Panel>
  );
}
