import { line } from 'd3-shape';
import { useMemo, useRef } from 'react';
import type { ColdRepetition } from '../../../../store/coldRun.ts';
import { Axis, Chart, linearAxis, type Point, Rule, useChart, useWidth } from '../../../chart/index.ts';
import { formatMs } from '../../formats.ts';
import { SampleCloud } from '../../results/SampleCloud.tsx';
import { timeAxis } from '../../results/timeAxis.ts';
import styles from '../experiment.module.css';
import own from './cold.module.css';
import type { EngineView } from './coldView.ts';

/** Run time against the time since the first run began: each start a line, its first two runs as points. */
export function WarmUpCurves({ engine }: { readonly engine: EngineView }) {
  const box = useRef<HTMLDivElement>(null);
  const width = useWidth(box);
  const { starts, steady, steadyAfter } = engine;
  const x = useMemo(() => linearAxis([0, lastSecond(starts)]), [starts]);
  const y = useMemo(() => timeAxis(starts.flatMap(shownTimes), true), [starts]);
  const early = useMemo(() => starts.flatMap(firstRuns), [starts]);
  return (
    <figure className={styles.picture}>
      <figcaption className={styles.caption}>
        <strong>{engine.name}.</strong>{' '}
        {steady && steadyAfter
          ? `Steady after ${formatMs(steadyAfter.median)}, then ${formatMs(steady.median)} a run.`
          : 'No steady state found in this time.'}
      </figcaption>
      <div ref={box}>
        {width > 0 && (
          <Chart
            width={width}
            height={260}
            x={x}
            y={y}
            interactive={false}
            label={`Run time after the start of ${engine.name}`}
            description={starts
              .map(
                ({ firstRunMs, secondRunMs }) =>
                  `First run ${formatMs(firstRunMs)}, second ${formatMs(secondRunMs)}.`,
              )
              .join(' ')}
          >
            <Axis side="bottom" title="time since the first run began" unit="s" />
            <Axis side="left" title="one run" />
            {starts.map((start) => (
              <Curve key={start.order} start={start} />
            ))}
            <SampleCloud points={early} tone="soft" />
            {steadyAfter && (
              <Rule
                orientation="vertical"
                value={steadyAfter.median / 1000}
                tone="ink"
                dash="short"
                label="steady"
                format={null}
              />
            )}
          </Chart>
        )}
      </div>
    </figure>
  );
}

function Curve({ start }: { readonly start: ColdRepetition }) {
  const { x, y, clip } = useChart();
  const path = useMemo(
    () =>
      line<Point>(
        ([seconds]) => x(seconds),
        ([, time]) => y(time),
      )
        .digits(1)
        .defined(([, time]) => time > 0)(
        start.windows.map(({ endMs, medianMs }): Point => [endMs / 1000, medianMs]),
      ) ?? '',
    [start, x, y],
  );
  return <path className={own.curve} data-cold={!start.warmCache} clipPath={clip} d={path} />;
}

/** The first two runs, each where it ended. */
const firstRuns = ({ firstRunMs, secondRunMs }: ColdRepetition): Point[] => [
  [firstRunMs / 1000, firstRunMs],
  [(firstRunMs + secondRunMs) / 1000, secondRunMs],
];

const shownTimes = ({ firstRunMs, secondRunMs, windows }: ColdRepetition): number[] =>
  [firstRunMs, secondRunMs, ...windows.map(({ medianMs }) => medianMs)].filter((time) => time > 0);

const lastSecond = (starts: readonly ColdRepetition[]): number =>
  Math.max(0.1, ...starts.map(({ windows }) => (windows.at(-1)?.endMs ?? 0) / 1000));
