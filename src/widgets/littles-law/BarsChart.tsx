import { ticks } from 'd3-array';
import { useMemo, useState } from 'react';
import { formatNumber, withUnit } from '../chart/format.ts';
import { Axis, type AxisSpec, Chart, linearAxis, Region, Rule } from '../chart/index.ts';
import { BarsKey } from './BarsKey.tsx';
import { shownSeconds } from './model.ts';
import type { Now } from './now.ts';
import { plotMargin } from './PathChart.tsx';
import { RequestBars } from './RequestBars.tsx';
import { RequestReader } from './RequestReader.tsx';
import { RequestSheet } from './RequestSheet.tsx';

interface Props {
  now: Now;
  timeAxis: AxisSpec;
  seek: (time: number) => void;
  width: number;
}

/** The same area cut level: one bar a request, from its arrival to its finish. */
export function BarsChart({ now, timeAxis, seek, width }: Props) {
  const { values, result, time } = now;
  const count = Math.max(1, result?.shown.arrival.length ?? 1);
  const [wanted, setRow] = useState<number>();
  // The request that was being read may be gone after the path has changed.
  const row = wanted !== undefined && wanted < count ? wanted : undefined;
  const y = useMemo(() => rowAxis(count), [count]);
  return (
    <div>
      <BarsKey values={values} />
      <Chart
        width={width}
        height={Math.max(220, Math.min(width < 520 ? 300 : 340, 60 + 7 * count))}
        x={timeAxis}
        y={y}
        margin={{ ...plotMargin, top: 30, bottom: 42 }}
        label="Time in the system, request by request"
        description="One horizontal bar for each request, from its arrival to its finish, waiting part and service part. Within the window the bars’ lengths add up to the area above."
      >
        <Axis side="left" title="request, in order of arrival" grid={false} />
        <Axis side="bottom" title="time t" unit="s" />
        <Region from={0} to={values.from} tone="neutral" />
        <Region from={values.to} to={shownSeconds} tone="neutral" />
        {result && <RequestBars requests={result.shown} values={values} time={time} />}
        <Rule orientation="vertical" value={values.from} format={null} />
        <Rule orientation="vertical" value={values.to} format={null} />
        {result && <RequestReader requests={result.shown} row={row} onRow={setRow} />}
        <Rule
          orientation="vertical"
          value={time}
          name="playhead"
          tone="accent"
          onChange={seek}
          min={0}
          max={shownSeconds}
          step={0.05}
          format={(at) => withUnit(formatNumber(at), 's')}
          label="t ="
          labelAt="start"
        />
        {result && row !== undefined && <RequestSheet requests={result.shown} row={row} />}
      </Chart>
    </div>
  );
}

/** Rows from the top down, each one request high. */
function rowAxis(count: number): AxisSpec {
  const marks = ticks(1, count, 5).filter((tick) => Number.isInteger(tick) && tick > 0);
  return linearAxis([count, 0], { ticks: marks, format: (row) => formatNumber(row) });
}
