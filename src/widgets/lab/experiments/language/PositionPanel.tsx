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
import { formatMs } from '../../formats.ts';
import { dotOf } from './dotOf.ts';
import { layouts, positionFit, tokensByPosition } from './languageNumbers.ts';
import { layoutStyle } from './layoutStyle.ts';
import { Panel } from './Panel.tsx';

/** Time per token against the place in the text, for both layouts of the cache. */
export function PositionPanel({ run }: { readonly run: LanguageRun }) {
  const curves = useMemo(
    () =>
      layouts.map((layout) => {
        const dots = tokensByPosition(run, layout).map(({ position, time }) => dotOf(position, time));
        const fit = positionFit(run, layout);
        const ends = [0, Math.max(...dots.map(({ x }) => x))];
        const line = fit ? ends.map((place): Point => [place, fit.at(place).value]) : [];
        return { layout, dots, line, ...layoutStyle[layout] };
      }),
    [run],
  );
  const all = curves.flatMap(({ dots }) => dots);
  const x = linearAxis([0, 1.02 * Math.max(...all.map((dot) => dot.x))]);
  const y = linearAxis([0, 1.15 * Math.max(...all.map((dot) => dot.high ?? dot.y))], { format: formatMs });
  return (
    <Panel
      title="Time per token, along the text."
      reading="Medians of four neighbouring tokens with their 95 % intervals, one row; the lines are fitted to the medians of generations. Growing or static cache."
    >
      {(width) => (
        <Chart
          width={width}
          height={300}
          margin={{ right: 68 }}
          x={x}
          y={y}
          label="Time per token against its place in the text"
          description={curves
            .map(({ name, dots }) => {
              const [first, last] = [dots[0], dots.at(-1)];
              return first && last
                ? `${name}: ${formatMs(first.y)} at ${first.x} tokens, ${formatMs(last.y)} at ${last.x}.`
                : '';
            })
            .join(' ')}
        >
          <Axis side="bottom" title="tokens in the cache" />
          <Axis side="left" title="time per token, p50" />
          {curves.map(({ layout, line, tone, dash }) => (
            <Line key={layout} points={line} tone={tone} dash={dash} width={1.5} />
          ))}
          {curves.map(({ layout, dots, tone, shape }) => (
            <Dots key={layout} points={dots} tone={tone} shape={shape} radius={3} />
          ))}
          <DirectLabels
            labels={curves.map(({ short, tone, dots }) => ({
              label: short,
              tone,
              points: dots.map((dot): Point => [dot.x, dot.y]),
            }))}
          />
          <Crosshair
            name="tokens in the cache"
            formatX={(place) => `${place} tokens`}
            stops={curves[0]?.dots.map((dot) => dot.x) ?? []}
            series={curves.map(({ name, tone, dots }) => ({
              label: name,
              tone,
              at: (place: number) => dots.find((dot) => dot.x === place)?.y,
              format: formatMs,
            }))}
          />
        </Chart>
      )}
    </Panel>
  );
}
