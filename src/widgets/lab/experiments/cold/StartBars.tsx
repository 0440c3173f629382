import { useMemo, useRef } from 'react';
import type { Repeated } from '../../../../engine/benchmark/index.ts';
import type { ColdRepetition } from '../../../../store/coldRun.ts';
import {
  Axis,
  type AxisSpec,
  Chart,
  categoryAxis,
  linearAxis,
  useChart,
  useWidth,
} from '../../../chart/index.ts';
import { formatMs } from '../../formats.ts';
import styles from '../experiment.module.css';
import own from './cold.module.css';
import type { EngineView } from './coldView.ts';
import { parts, untilAnswer } from './parts.ts';
import { repeatedWords } from './repeatedWords.ts';

interface StartBarsProps {
  readonly engine: EngineView;
  /** Longest start of all engines, so that their pictures compare. */
  readonly longestMs: number;
}

const rowHeight = 24;
const warmName = 'warm';

/** Every start of an engine as a bar of its parts, the first on top; beneath them the median and range of the warm ones. */
export function StartBars({ engine, longestMs }: StartBarsProps) {
  const box = useRef<HTMLDivElement>(null);
  const width = useWidth(box);
  const { starts, untilAnswer: warm } = engine;
  const x = useMemo((): AxisSpec => linearAxis([0, 1.02 * longestMs], { format: formatMs }), [longestMs]);
  // The first start stands on top: the category axis counts from below.
  const rows = useMemo(() => starts.toReversed(), [starts]);
  const y = useMemo(
    () => categoryAxis([warmName, ...rows.map((start, row) => rowName(start, rows.length - row))]),
    [rows],
  );
  return (
    <figure className={styles.picture}>
      <figcaption className={styles.caption}>
        <strong>{engine.name}.</strong>{' '}
        {warm
          ? `First answer after ${formatMs(warm.median)} with a warm cache, ${repeatedWords(warm)}.`
          : 'No start with a warm cache.'}
        {engine.discarded > 0 && ` ${engine.discarded} discarded: the tab was hidden.`}
      </figcaption>
      <div ref={box}>
        {width > 0 && (
          <Chart
            width={width}
            height={76 + rowHeight * (rows.length + 1)}
            x={x}
            y={y}
            // The same for all engines, so that their times stand under each other.
            margin={{ left: 64 }}
            interactive={false}
            label={`Starts of ${engine.name}`}
            description={starts
              .map((start, index) => `${rowName(start, index + 1)}: ${formatMs(untilAnswer(start))}.`)
              .join(' ')}
          >
            <Axis side="bottom" title="time since the worker was made" />
            <Axis side="left" title="start" grid={false} />
            {rows.map((start, row) => (
              <StartBar key={start.order} start={start} row={row + 1} />
            ))}
            {warm && <WarmRow warm={warm} />}
          </Chart>
        )}
      </div>
    </figure>
  );
}

const rowName = ({ warmCache }: ColdRepetition, place: number): string =>
  warmCache ? String(place) : `${place}, cold`;

/** Under the bars: median and range of the starts with a warm cache. */
function WarmRow({ warm }: { readonly warm: Repeated }) {
  const { x, y } = useChart();
  const at = y(0);
  const [from, to] = [x(warm.smallest), x(warm.largest)];
  return (
    <g>
      <path className={own.range} d={`M${from} ${at}H${to}M${from} ${at - 4}v8M${to} ${at - 4}v8`} />
      <circle className={own.median} cx={x(warm.median)} cy={at} r={4.5} />
    </g>
  );
}

function StartBar({ start, row }: { readonly start: ColdRepetition; readonly row: number }) {
  const { x, y } = useChart();
  const height = rowHeight - 10;
  const ends = parts.map((_, index) => parts.slice(0, index).reduce((sum, { key }) => sum + start[key], 0));
  return (
    <g>
      {parts.map(({ key }, index) => {
        const from = x(ends[index] ?? 0);
        return (
          <rect
            key={key}
            className={own.part}
            data-part={key}
            x={from}
            y={y(row) - height / 2}
            width={Math.max(1, x((ends[index] ?? 0) + start[key]) - from - 1)}
            height={height}
          />
        );
      })}
    </g>
  );
}
