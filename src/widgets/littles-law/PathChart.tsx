import { ticks } from 'd3-array';
import { useMemo } from 'react';
import { formatNumber, withUnit } from '../chart/format.ts';
import {
  AreaUnder,
  Axis,
  type AxisSpec,
  Chart,
  Crosshair,
  Line,
  linearAxis,
  type Points,
  Region,
  Rule,
  readStep,
  StepLine,
} from '../chart/index.ts';
import { LevelLabel } from './LevelLabel.tsx';
import { shownSeconds } from './model.ts';
import type { Now } from './now.ts';
import { shortestWindow } from './parameters.ts';
import { RejectedMarks } from './RejectedMarks.tsx';
import type { Reading } from './reading.ts';

/** Left margin of both charts: their time axes must lie one above the other. */
export const plotMargin = { left: 34, right: 14 };

interface Props {
  now: Now;
  path: Points;
  pinnedPath: Points;
  reading: Reading | undefined;
  timeAxis: AxisSpec;
  change: (changes: { from?: number; to?: number }) => void;
  width: number;
}

/** N(t), with the area beneath filled from the window's start up to the playhead, and its mean height L̄. */
export function PathChart({ now, path, pinnedPath, reading, timeAxis, change, width }: Props) {
  const { from, to } = now.values;
  const passed = path.filter(([at]) => at <= now.time);
  const y = useMemo(() => numberAxis([...path, ...pinnedPath]), [path, pinnedPath]);
  const narrow = ((to - from) / shownSeconds) * width < 100;
  return (
    <Chart
      width={width}
      height={width < 520 ? 168 : 190}
      x={timeAxis}
      y={y}
      margin={{ ...plotMargin, bottom: 24 }}
      label="Number in the system over time"
      description="A step function that rises by one at each arrival and falls by one at each finish. The area beneath it is filled from the start of the window up to the playhead."
    >
      <Axis side="left" title="requests in the system N(t)" />
      <Axis side="bottom" title="" />
      <Region from={0} to={from} tone="neutral" />
      <Region from={to} to={shownSeconds} tone="neutral" />
      {reading && (
        <AreaUnder points={path} step tone="number" from={from} to={reading.until} opacity={0.32} />
      )}
      {pinnedPath.length > 0 && (
        <StepLine points={pinnedPath} tone="pinned" dash="short" until={shownSeconds} label="run A" />
      )}
      <StepLine points={path} tone="faint" width={1} until={shownSeconds} />
      {passed.length > 0 && <StepLine points={passed} tone="number" width={2} until={now.time} />}
      {now.result && <RejectedMarks times={now.result.rejected} until={now.time} />}
      {reading && (
        <Line
          points={[
            [from, reading.truth.number],
            [reading.until, reading.truth.number],
          ]}
          tone="number"
          dash="long"
        />
      )}
      {reading && <LevelLabel at={reading.until} level={reading.truth.number} />}
      <Rule orientation="vertical" value={now.time} tone="accent" format={null} />
      <Crosshair
        name="time"
        formatX={(at) => `t = ${withUnit(formatNumber(at), 's')}`}
        series={[{ label: 'N(t)', tone: 'number', at: readStep(path), format: (read) => formatNumber(read) }]}
      />
      <Rule
        orientation="vertical"
        value={from}
        label="opens"
        name="window’s start"
        onChange={(next) => change({ from: next })}
        min={0}
        max={to - shortestWindow}
        step={0.05}
        format={inSeconds}
      />
      <Rule
        orientation="vertical"
        value={to}
        label="closes"
        name="window’s end"
        onChange={(next) => change({ to: next })}
        min={from + shortestWindow}
        max={shownSeconds}
        step={0.05}
        format={inSeconds}
        labelAt={narrow ? 'start' : 'end'}
      />
    </Chart>
  );
}

const inSeconds = (at: number) => withUnit(formatNumber(at), 's');

/** From 0 to a little above the highest N(t), with ticks at whole numbers. */
function numberAxis(points: Points): AxisSpec {
  const highest = Math.max(3, ...points.map(([, number]) => number));
  return linearAxis([0, highest * 1.22], { ticks: ticks(0, highest, 4).filter(Number.isInteger) });
}
