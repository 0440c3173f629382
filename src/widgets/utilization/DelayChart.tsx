import {
  Annotation,
  Axis,
  Chart,
  Crosshair,
  type Dash,
  Dots,
  formatDuration,
  formatFixed,
  Line,
  linearAxis,
  logAxis,
  type Point,
  Region,
  Rule,
  readLine,
  type Tone,
} from '../chart/index.ts';
import type { SnapshotOf } from '../frame/defineWidget.ts';
import { dots, line } from './marks.ts';
import type { SimulatedPoint } from './model.ts';
import type widget from './widget.ts';

type Now = SnapshotOf<typeof widget>;

interface DelayChartProps {
  readonly now: Now;
  readonly pinned?: Now | undefined;
  readonly prediction: readonly Point[];
  readonly onTarget?: (target: number) => void;
  readonly width: number;
  readonly height: number;
}

const right = 1.12;

export function DelayChart({ now, pinned, prediction, onTarget, width, height }: DelayChartProps) {
  const { values, formula, result, inputs } = now;
  const curve = line(formula.curve);
  const exponential = line(formula.exponential);
  const measured = result?.measured?.grid ?? [];
  const plain = values.scvService === 1 && values.scvArrival === 1;
  const exact = plain || (values.servers === 1 && values.scvArrival === 1);
  const name = formulaName(values.servers, plain, exact);
  const shown = measured.map((point) => point.meanSojourn.value);
  const starts = [curve, exponential, line(formula.pooled)].map((points) => points[0]?.[1] ?? Infinity);
  const ends = [curve, exponential].map((points) => readLine(points)(0.97) ?? 0);
  const lowest = Math.min(...starts, ...shown);
  const highest = Math.max(...ends, ...shown);
  // On a telephone the name moves left and is cut short, or it would lie under the target's.
  const narrow = width < 480;
  const simulated = result?.grid[narrow ? 0 : 1];
  const fed = measured[4];
  const device = inputs.measurement?.device ?? '';

  return (
    <Chart
      width={width}
      height={height}
      label="Mean time in system against utilization"
      description="The curve stays flat while servers are mostly idle and rises without bound as utilization nears 1. Use the arrow keys to read all layers at one utilization."
      x={linearAxis([0, right])}
      y={logAxis([lowest * 0.7, highest * 1.6], { format: formatDuration })}
    >
      <Axis side="left" title="mean time in system W" />
      <Axis side="bottom" title="utilization ρ = λ/(cμ)" />
      <Region from={1} to={right} hatched label="ρ ≥ 1: no steady state" />
      {values.servers > 1 && (
        <Named points={line(formula.pooled)} tone="faint" dash="dot" at={0.45} dx={14} dy={22}>
          M/M/1, one fast server
        </Named>
      )}
      {!plain && (
        <Named points={exponential} tone="soft" dash="long" at={0.75} dx={18} dy={24}>
          exponential service
        </Named>
      )}
      {pinned && (
        <Named points={line(pinned.formula.curve)} tone="pinned" dash="short" at={0.4} dx={-16} dy={-26}>
          A, pinned
        </Named>
      )}
      {prediction.length > 1 && (
        <Named points={prediction} tone="accent" dash="short" at={0.6} dx={-16} dy={-26}>
          your prediction
        </Named>
      )}
      <Named points={curve} tone="formula" at={0.15} dx={14} dy={-26}>
        {`formula, ${name}`}
      </Named>
      {/* Larger and beneath, so that both estimates stay visible where they agree. */}
      <Dots points={dots(measured)} tone="measured" shape="diamond" radius={7} />
      <Dots points={dots(result?.grid ?? [])} tone="simulation" />
      {simulated && (
        <Annotation {...place(simulated)} tone="simulation" dot={false} dx={14} dy={26}>
          {narrow ? 'simulation' : 'simulation, 95 % interval'}
        </Annotation>
      )}
      {fed && (
        <Annotation {...place(fed)} tone="measured" dot={false} dx={14} dy={34}>
          {narrow ? 'measured' : 'measured on this device'}
        </Annotation>
      )}
      {result && formula.here && (
        <Dots points={dots([result.here])} tone="simulation" shape="ring" radius={9} />
      )}
      <Rule
        orientation="vertical"
        value={values.target}
        label="target ρ* ="
        name="Utilization target"
        tone="utilization"
        dash="short"
        labelAt="start"
        format={(x) => formatFixed(x, 2)}
        onChange={onTarget}
        min={0.05}
        max={0.99}
        step={0.01}
      />
      {formula.here && (
        <Annotation x={formula.utilization} y={formula.here.meanSojourn} tone="sojourn" dx={-28} dy={-26}>
          {`W = ${formatDuration(formula.here.meanSojourn)}`}
        </Annotation>
      )}
      <Crosshair
        series={[
          { label: name, tone: 'formula', at: readLine(curve), format: formatDuration },
          {
            label: 'simulation',
            tone: 'simulation',
            at: (x) => nearest(result?.grid ?? [], x),
            format: formatDuration,
          },
          ...(measured.length > 0
            ? [
                {
                  label: device,
                  tone: 'measured' as const,
                  at: (x: number) => nearest(measured, x),
                  format: formatDuration,
                },
              ]
            : []),
        ]}
      />
    </Chart>
  );
}

interface NamedProps {
  readonly points: readonly Point[];
  readonly tone: Tone;
  readonly dash?: Dash;
  /** Utilization at which the name points to the curve: where it stands apart from the others. */
  readonly at: number;
  readonly dx: number;
  readonly dy: number;
  readonly children: string;
}

/** A curve with its name beside it; at their upper ends all curves run together. */
function Named({ points, tone, dash = 'solid', at, dx, dy, children }: NamedProps) {
  return (
    <>
      <Line points={points} tone={tone} dash={dash} />
      <Annotation x={at} y={readLine(points)(at) ?? Number.NaN} tone={tone} dot={false} dx={dx} dy={dy}>
        {children}
      </Annotation>
    </>
  );
}

const place = ({ utilization, meanSojourn }: SimulatedPoint) => ({ x: utilization, y: meanSojourn.value });

/** What the formula of the present settings is called. */
function formulaName(servers: number, plain: boolean, exact: boolean): string {
  const c = servers === 1 ? '1' : String(servers);
  return plain ? `M/M/${c}` : exact ? 'M/G/1' : `G/G/${c} (approx.)`;
}

/** The simulated value within reach of x; the simulation is known at points, not between them. */
function nearest(points: readonly SimulatedPoint[], x: number): number | undefined {
  const near = points.find((point) => Math.abs(point.utilization - x) <= 0.025);
  return near?.meanSojourn.value;
}
