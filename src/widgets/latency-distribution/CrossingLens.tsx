import { useMemo } from 'react';
import {
  Annotation,
  Axis,
  Chart,
  formatNumber,
  Line,
  linearAxis,
  Rule,
  StepLine,
  withUnit,
} from '../chart/index.ts';
import { crossingAt } from './curves.ts';
import type { Definition, QuantileEstimate } from './estimate.ts';
import { type Level, levels } from './reading.ts';
import { formatCount } from './words.ts';

/** The few samples around the quantile, magnified: where the steps cross the level, and where the interpolation does. */
export function CrossingLens({
  sample,
  estimate,
  level,
  definition,
  width,
}: {
  readonly sample: Float64Array;
  readonly estimate: QuantileEstimate;
  readonly level: Level;
  readonly definition: Definition;
  readonly width: number;
}) {
  const narrow = width < 520;
  const crossing = useMemo(
    () => crossingAt(sample, estimate.rank, narrow ? 3 : 5, narrow ? 0.52 : 0.4),
    [sample, estimate.rank, narrow],
  );
  const x = useMemo(() => linearAxis(crossing.latency), [crossing]);
  const y = useMemo(() => linearAxis(crossing.share), [crossing]);
  const precise = withDigitsOf(crossing.latency);
  const p = levels[level];
  return (
    <Chart
      width={width}
      height={200}
      x={x}
      y={y}
      interactive={false}
      label={`Magnified: the ${formatCount(estimate.rank)}th of ${formatCount(estimate.n)} sorted samples`}
      description={`The steps reach ${p} at ${precise(estimate.infimum)}; linear interpolation gives ${precise(estimate.linear)}.`}
    >
      <Axis
        side="left"
        title={`F(t), magnified around sample ${formatCount(estimate.rank)} of ${formatCount(estimate.n)}`}
      />
      <Axis side="bottom" title="latency t, magnified" unit="ms" grid={false} />
      <Rule orientation="horizontal" value={p} tone="soft" dash="short" label="" format={null} />
      <Line points={crossing.linear} tone="soft" dash="short" width={1.5} />
      <StepLine points={crossing.steps} tone="simulation" width={2} until={crossing.latency[1]} />
      <Annotation
        x={estimate.linear}
        y={p}
        tone={definition === 'linear' ? 'sojourn' : 'soft'}
        dx={narrow ? -14 : -30}
        dy={-24}
      >
        {`linear ${precise(estimate.linear)}`}
      </Annotation>
      <Annotation
        x={estimate.infimum}
        y={p}
        tone={definition === 'infimum' ? 'sojourn' : 'soft'}
        dx={narrow ? 14 : 30}
        dy={28}
      >
        {`infimum ${precise(estimate.infimum)}`}
      </Annotation>
    </Chart>
  );
}

/** As many digits as it takes to tell neighbouring samples apart. */
function withDigitsOf([from, to]: readonly [number, number]): (ms: number) => string {
  const digits = Math.max(4, Math.ceil(Math.log10(to / (to - from))) + 3);
  return (ms) => withUnit(formatNumber(ms, digits), 'ms');
}
