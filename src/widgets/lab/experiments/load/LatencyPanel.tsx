import { useMemo, useRef } from 'react';
import {
  Annotation,
  Axis,
  Chart,
  Crosshair,
  type Dot,
  Dots,
  formatFixed,
  Line,
  linearAxis,
  type Point,
  Region,
  Rule,
  readLine,
  useWidth,
} from '../../../chart/index.ts';
import { formatMs } from '../../formats.ts';
import { timeAxis } from '../../results/timeAxis.ts';
import styles from '../experiment.module.css';
import type { LoadView, ShownLoad } from './loadView.ts';

interface LatencyPanelProps {
  readonly view: LoadView;
  readonly of: 'mean' | 'p95';
}

const right = 1.2;
// The simulation stands a little beside, so that both intervals stay visible where they agree.
const beside = 0.014;

/** Latency against offered load: what the formula says, what a simulation makes of it, and what this device did. */
export function LatencyPanel({ view, of }: LatencyPanelProps) {
  const box = useRef<HTMLDivElement>(null);
  const width = useWidth(box);
  const { loads, formula, serviceMs } = view;
  const curve = useMemo(() => formula.map((one): Point => [one.load, one[of]]), [formula, of]);
  const measured = loads.map((one): Dot => dotOf(one.point.load, one.summary[of]));
  const simulated = loads.map((one): Dot => dotOf(one.point.load + beside, one.point.replay[of]));
  const y = useMemo(
    () =>
      timeAxis(
        [
          serviceMs / 1.3,
          // Head room for the words of the hatched region.
          ...loads.flatMap(({ summary, point }) => [summary[of].value, 1.6 * point.replay[of].upper]),
          readLine(curve)(0.95) ?? serviceMs,
        ],
        true,
      ),
    [loads, of, serviceMs, curve],
  );
  const narrow = width < 480;
  const named = measured[0];
  const namedSimulation = simulated.findLast(({ x }) => x < 0.85) ?? simulated[0];
  return (
    <figure className={styles.picture}>
      <figcaption className={styles.caption}>
        <strong>{of === 'mean' ? 'Mean latency.' : 'p95 of latency.'}</strong>{' '}
        {of === 'mean'
          ? 'From the scheduled arrival to the answer, with 95 % intervals where the run was long enough.'
          : 'The time that 95 of 100 requests do not exceed: inf{t: F(t) ≥ 0.95}, inverted CDF.'}
      </figcaption>
      <div ref={box}>
        {width > 0 && (
          <Chart
            width={width}
            height={360}
            x={xAxis}
            y={y}
            label={`${of === 'mean' ? 'Mean latency' : 'p95 of latency'} against offered load`}
            description={loads.map((one) => sentence(one, of)).join(' ')}
          >
            <Axis side="bottom" title="offered load ρ = λ·E[S]" />
            <Axis side="left" title={of === 'mean' ? 'mean latency' : 'p95 of latency'} />
            <Region from={1} to={right} hatched label="ρ ≥ 1" />
            <Rule
              orientation="horizontal"
              value={serviceMs}
              tone="soft"
              dash="short"
              label="E[S]"
              labelAt="end"
              format={null}
            />
            <Line points={curve} tone="formula" />
            <Annotation
              x={0.6}
              y={readLine(curve)(0.6) ?? Number.NaN}
              tone="formula"
              dot={false}
              dx={16}
              dy={34}
            >
              {narrow ? 'formula' : 'formula, M/G/1'}
            </Annotation>
            <Dots points={measured} tone="measured" shape="diamond" radius={6} />
            <Dots points={simulated} tone="simulation" radius={3.5} />
            {namedSimulation && (
              <Annotation
                x={namedSimulation.x}
                y={namedSimulation.y}
                tone="simulation"
                dot={false}
                dx={-14}
                dy={-64}
              >
                {narrow ? 'simulation' : 'simulation, same arrivals'}
              </Annotation>
            )}
            {named && (
              <Annotation x={named.x} y={named.y} tone="measured" dot={false} dx={16} dy={26}>
                this device
              </Annotation>
            )}
            <Crosshair
              name="offered load"
              formatX={(load) => `ρ = ${formatFixed(load, 2)}`}
              stops={loads.map(({ point }) => point.load)}
              series={[
                {
                  label: 'this device',
                  tone: 'measured',
                  at: (load) => at(loads, load)?.summary[of].value,
                  format: formatMs,
                },
                {
                  label: 'simulation',
                  tone: 'simulation',
                  at: (load) => at(loads, load)?.point.replay[of].value,
                  format: formatMs,
                },
                { label: 'formula', tone: 'formula', at: readLine(curve), format: formatMs },
              ]}
            />
          </Chart>
        )}
      </div>
    </figure>
  );
}

const xAxis = linearAxis([0, right], { ticks: [0, 0.2, 0.4, 0.6, 0.8, 1] });

const dotOf = (
  x: number,
  { value, lower, upper }: { value: number; lower: number | null; upper: number | null },
): Dot => ({ x, y: value, ...(lower !== null && upper !== null && { low: lower, high: upper }) });

const at = (loads: readonly ShownLoad[], load: number) => loads.find(({ point }) => point.load === load);

const sentence = ({ point, summary }: ShownLoad, of: 'mean' | 'p95'): string =>
  `At ρ = ${point.load} this device took ${formatMs(summary[of].value)}, the simulation ${formatMs(point.replay[of].value)}.`;
