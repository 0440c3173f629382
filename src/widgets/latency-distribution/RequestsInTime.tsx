import { useMemo } from 'react';
import {
  Axis,
  type AxisSpec,
  Chart,
  linearAxis,
  markColor,
  type Points,
  Region,
  type Tone,
  textColor,
  textWidth,
  useChart,
} from '../chart/index.ts';
import styles from './latency.module.css';
import type { Settings } from './model.ts';
import type { RecordingReading, Stall } from './reading.ts';
import type { Requests } from './requests.ts';
import { formatCount } from './words.ts';

/** Every request at the moment it was due: those that both generators recorded, and those that one never sent. */
export function RequestsInTime({
  requests,
  settings,
  reading,
  axis,
  width,
}: {
  readonly requests: Requests;
  readonly settings: Settings;
  readonly reading: RecordingReading;
  readonly axis: AxisSpec;
  readonly width: number;
}) {
  const { samples, rate } = settings;
  const time = useMemo(() => linearAxis([0, samples / rate]), [samples, rate]);
  const { stall, omitted } = reading;
  const every = requests.stride > 1 ? ` · every ${requests.stride}th drawn` : '';
  const words = wordsFor(omitted);
  const roomy = width >= 560;
  return (
    <div>
      <Chart
        width={width}
        height={220}
        x={time}
        y={axis}
        interactive={false}
        label="Latency of each request at the moment it was due"
        description={`${formatCount(reading.n)} requests were due; the generator that waits never sent ${formatCount(omitted)} of them.`}
      >
        <Axis side="left" title={`latency${every}`} />
        <Axis side="bottom" title="moment the request was due" unit="s" grid={false} />
        {stall && <Region from={stall.start} to={stall.end} hatched tone="bad" />}
        <Filled points={requests.both} />
        <Rings points={requests.missed} />
        {stall && roomy && <WordsInside stall={stall} words={words} />}
      </Chart>
      {stall && !roomy && <WordsBelow words={words} />}
    </div>
  );
}

function Filled({ points }: { points: Points }) {
  const { x, y, clip } = useChart();
  // A line of no length with round ends is a dot: one element for all of them.
  const path = useMemo(
    () => points.map(([due, ms]) => `M${fixed(x(due))} ${fixed(y(ms))}h0`).join(''),
    [points, x, y],
  );
  return (
    <path className={styles.request} style={{ stroke: markColor('simulation') }} clipPath={clip} d={path} />
  );
}

function Rings({ points }: { points: Points }) {
  const { x, y, clip } = useChart();
  const path = useMemo(
    () =>
      points
        .map(([due, ms]) => `M${fixed(x(due) - 2.5)} ${fixed(y(ms))}a2.5 2.5 0 1 0 5 0a2.5 2.5 0 1 0 -5 0z`)
        .join(''),
    [points, x, y],
  );
  return <path className={styles.missed} style={{ stroke: markColor('sojourn') }} clipPath={clip} d={path} />;
}

interface Words {
  readonly text: string;
  readonly tone: Tone;
}

function wordsFor(omitted: number): readonly Words[] {
  return [
    { text: 'hatched: the target stalls', tone: 'bad' },
    { text: `○ ${formatCount(omitted)} due, never sent by waiting`, tone: 'sojourn' },
    { text: '● recorded by both', tone: 'simulation' },
  ];
}

/** What the marks are, beside the stall. */
function WordsInside({ stall, words }: { readonly stall: Stall; readonly words: readonly Words[] }) {
  const { x, plot } = useChart();
  const wide = Math.max(...words.map(({ text }) => textWidth(text, 12, 500)));
  const right = x(stall.end) + wide + 12 < plot.right;
  const at = right ? x(stall.end) + 8 : x(stall.start) - 8;
  return (
    <text className={styles.label} y={plot.top + 14} textAnchor={right ? 'start' : 'end'}>
      {words.map(({ text, tone }, line) => (
        <tspan key={tone} style={{ fill: textColor(tone) }} x={at} dy={line && 16}>
          {text}
        </tspan>
      ))}
    </text>
  );
}

/** The same where the picture has no room. */
function WordsBelow({ words }: { readonly words: readonly Words[] }) {
  return (
    <p className={styles.words}>
      {words.map(({ text, tone }) => (
        <span key={tone} style={{ color: textColor(tone) }}>
          {text}
        </span>
      ))}
    </p>
  );
}

const fixed = (pixel: number) => (Number.isFinite(pixel) ? pixel.toFixed(1) : '-99');
