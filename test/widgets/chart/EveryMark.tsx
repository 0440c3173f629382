import { useState } from 'react';
import {
  Annotation,
  AreaUnder,
  Axis,
  Band,
  Bars,
  Chart,
  Crosshair,
  categoryAxis,
  DirectLabels,
  Dots,
  DrawCurve,
  formatDuration,
  Line,
  linearAxis,
  logAxis,
  Marker,
  OnRight,
  type Points,
  Region,
  Rule,
  readLine,
  StepLine,
} from '../../../src/widgets/chart/index.ts';

const loads = Array.from({ length: 99 }, (_, index) => (index + 1) / 100);
const curve: Points = loads.map((load) => [load, 0.01 / (1 - load)]);
const faster: Points = loads.map((load) => [load, 0.005 / (1 - load)]);
const estimates = [0.2, 0.5, 0.8, 0.95].map((x) => {
  const y = 0.01 / (1 - x);
  return { x, y, low: y * 0.8, high: y * 1.3 };
});
const load = linearAxis([0, 1.2]);
const delay = logAxis([0.003, 2], { format: formatDuration });

/** A chart like those of the lessons, with nearly every mark there is. */
export function EveryMark({ width }: { readonly width: number }) {
  const [limit, setLimit] = useState(0.25);
  return (
    <Chart
      width={width}
      height={320}
      x={load}
      y={delay}
      label="Delay against utilization"
      description="Delay grows slowly up to a utilization of 0.8 and without bound as it nears 1."
    >
      <Axis side="bottom" title="utilization ρ" />
      <Axis side="left" title="mean delay W (quantile by linear interpolation)" />
      <Region from={1} to={1.2} hatched label="unstable: ρ ≥ 1" />
      <Band points={estimates.map(({ x, low, high }) => [x, low, high])} />
      <AreaUnder points={faster} tone="number" />
      <Line points={curve} tone="formula" />
      <Line points={faster} tone="pinned" dash="long" />
      <Dots points={estimates} tone="simulation" />
      <Dots points={[{ x: 0.6, y: 0.03 }]} tone="measured" shape="diamond" />
      <Rule orientation="vertical" value={1} label="capacity" dash="short" format={null} labelAt="start" />
      <Rule
        orientation="horizontal"
        value={limit}
        label="SLO"
        tone="bad"
        labelAt="start"
        onChange={setLimit}
      />
      <Marker x={0.8} y={0.05} tone="utilization" />
      <Annotation x={0.5} y={0.02} tone="utilization" dx={-30}>
        ρ = 0.50
      </Annotation>
      <DirectLabels
        labels={[
          { label: 'formula', tone: 'formula', points: curve },
          { label: 'pinned', tone: 'pinned', points: faster },
        ]}
      />
      <Crosshair
        name="utilization"
        series={[
          { label: 'formula', tone: 'formula', at: readLine(curve), format: formatDuration },
          { label: 'pinned', tone: 'pinned', at: readLine(faster), format: formatDuration },
        ]}
      />
    </Chart>
  );
}

const names = categoryAxis(['first come', 'shortest', 'shared']);
const seconds = linearAxis([0, 10]);
const requests = linearAxis([0, 6]);
const jobs: Points = [
  [0, 0],
  [1, 1],
  [2, 3],
  [4, 2],
  [5, 5],
  [8, 1],
];

/** Bars, steps and a right-hand axis. */
export function MoreMarks({ width }: { readonly width: number }) {
  return (
    <>
      <Chart
        width={width}
        height={220}
        x={names}
        y={seconds}
        label="Mean delay by discipline"
        interactive={false}
      >
        <Axis side="bottom" title="discipline" />
        <Axis side="left" title="mean delay" unit="s" />
        <Bars bars={[8, 3, 5].map((value, i) => ({ from: i - 0.35, to: i + 0.35, value }))} tone="sojourn" />
      </Chart>
      <Chart
        width={width}
        height={220}
        x={seconds}
        y={requests}
        right={seconds}
        label="Requests in the system"
      >
        <Axis side="bottom" title="time" unit="s" />
        <Axis side="left" title="in the system" />
        <Axis side="right" title="done" />
        <AreaUnder points={jobs} step tone="number" to={7} />
        <StepLine points={jobs} tone="number" until={10} label="N(t)" />
        <OnRight>
          <Line
            points={[
              [0, 0],
              [10, 8],
            ]}
            tone="good"
            dash="dot"
            label="done"
          />
        </OnRight>
      </Chart>
    </>
  );
}

const columns = Array.from({ length: 12 }, (_, index) => index / 10);

/** A plane to draw on: empty, or with something on it. */
export function Sketch({ width, empty = false }: { readonly width: number; readonly empty?: boolean }) {
  const [values, setValues] = useState<readonly (number | undefined)[]>(
    columns.map((column) => (empty ? undefined : 1 + column ** 3 * 6)),
  );
  return (
    <Chart width={width} height={220} x={load} y={seconds} label="Your guess">
      <Axis side="bottom" title="utilization ρ" />
      <Axis side="left" title="mean delay" unit="s" />
      <DrawCurve xs={columns} values={values} onChange={setValues} label="Mean delay by utilization" />
    </Chart>
  );
}
