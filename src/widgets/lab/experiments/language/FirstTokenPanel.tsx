import { useMemo } from 'react';
import type { LanguageRun } from '../../../../store/languageRun.ts';
import { Axis, Band, Chart, Crosshair, Dots, Line, linearAxis, type Point } from '../../../chart/index.ts';
import { formatMs } from '../../formats.ts';
import { along } from '../batch/batchAxis.ts';
import { dotOf } from './dotOf.ts';
import { prefillFit, seriesNumbers } from './languageNumbers.ts';
import { Panel } from './Panel.tsx';

/** Time to the first token against the length of the prompt, and the line through it. */
export function FirstTokenPanel({ run }: { readonly run: LanguageRun }) {
  const fit = useMemo(() => prefillFit(run), [run]);
  const dots = useMemo(
    () =>
      seriesNumbers(run)
        .filter(({ batch, cache }) => batch === 1 && cache === 'growing')
        .map(({ promptTokens, timeToFirstToken }) => dotOf(promptTokens, timeToFirstToken)),
    [run],
  );
  const longest = Math.max(...dots.map(({ x }) => x));
  const x = useMemo(
    () => linearAxis([0, longest * 1.08], { ticks: dots.map((dot) => dot.x) }),
    [dots, longest],
  );
  const line = fit ? along(x).map((n) => ({ n, ...fit.at(n) })) : [];
  const highest = Math.max(...dots.map(({ y, high }) => high ?? y), ...line.map(({ value }) => value));
  const y = linearAxis([0, 1.12 * highest], { format: formatMs });
  return (
    <Panel
      title="Time to the first token."
      reading={`Medians with their 95 % intervals${fit ? '; the line is a + b·L, 1/b the tokens read a second.' : '.'}`}
    >
      {(width) => (
        <Chart
          width={width}
          height={300}
          margin={{ right: 64 }}
          x={x}
          y={y}
          label="Time to the first token against prompt length"
          description={dots.map((dot) => `A prompt of ${dot.x} tokens takes ${formatMs(dot.y)}.`).join(' ')}
        >
          <Axis side="bottom" title="prompt length L, tokens" />
          <Axis side="left" title="time to first token, p50" />
          <Band points={line.map(({ n, lower, upper }) => [n, lower, upper] as const)} tone="formula" />
          <Line points={line.map(({ n, value }): Point => [n, value])} tone="formula" label="a + b·L" />
          <Dots points={dots} tone="measured" />
          <Crosshair
            name="prompt length"
            formatX={(n) => `${n} tokens`}
            stops={dots.map((dot) => dot.x)}
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
                      label: 'a + b·L',
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
    </Panel>
  );
}
