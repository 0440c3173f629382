import { useMemo } from 'react';
import {
  Annotation,
  Axis,
  Chart,
  Crosshair,
  formatPercent,
  Line,
  linearAxis,
  pairs,
  Region,
  readLine,
  readStep,
  StepLine,
} from '../chart/index.ts';
import { latencyAxis } from './axes.ts';
import { CrossingLens } from './CrossingLens.tsx';
import { ecdfSteps } from './curves.ts';
import { countWithin } from './estimate.ts';
import styles from './latency.module.css';
import { MeanMark } from './MeanMark.tsx';
import type { Picture } from './picture.ts';
import { QuantileMark } from './QuantileMark.tsx';
import { levels } from './reading.ts';
import { SloRule } from './SloRule.tsx';
import { definitionText, formatCount, formatLatency } from './words.ts';

const shares = linearAxis([0, 1], { format: (share) => formatPercent(share) });

/** The law’s distribution function, that of the sample over it, and the quantile read off it with its interval. */
export function DistributionPicture({ values, formula, reading, pinned, width, onSlo }: Picture) {
  const { level, definition, slo } = values;
  const axis = useMemo(() => latencyAxis(formula, values), [formula, values]);
  const truth = useMemo(() => pairs(formula.latency, formula.probability), [formula]);
  const sample = reading?.sample;
  const steps = useMemo(() => (sample ? ecdfSteps(sample) : []), [sample]);
  const before = pinned?.reading;
  const pinnedSteps = useMemo(() => (before ? ecdfSteps(before.sample) : []), [before]);
  const estimate = reading?.estimate;
  const end = axis.domain[1];
  const beyond = sample ? sample.length - countWithin(sample, end) : 0;
  return (
    <div className={styles.pictures}>
      <Chart
        width={width}
        height={width < 520 ? 290 : 330}
        margin={{ bottom: width < 520 ? 62 : 46 }}
        x={axis}
        y={shares}
        label="Distribution function of latency"
        description="Share of requests at or below each latency: the law as a smooth line, the sample as steps, its quantile with an interval, and the SLO."
      >
        <Axis side="left" title="F(t): requests that took at most t" />
        <Axis side="bottom" title={`latency t · ${definitionText(level, definition)}`} />
        {estimate && (
          <Region
            from={estimate.lower}
            to={Math.min(estimate.upper, end)}
            tone="sojourn"
            hatched={!estimate.resolvable}
          />
        )}
        {before && <StepLine points={pinnedSteps} tone="pinned" dash="long" until={end} />}
        <Line points={truth} tone="formula" width={1.5} />
        {sample && <StepLine points={steps} tone="simulation" width={2} until={end} />}
        <Annotation x={formula.quantile(0.22)} y={0.22} tone="formula" dot={false} dx={26} dy={14}>
          law F(t)
        </Annotation>
        {reading && (
          <Annotation x={reading.median} y={0.5} tone="simulation" dot={false} dx={26} dy={-8}>
            {`ECDF of ${formatCount(reading.n)}`}
          </Annotation>
        )}
        <MeanMark mean={reading?.mean ?? formula.law.mean} avoid={slo} />
        {before && <MarkOfPinned value={before.estimate.value} p={levels[level]} />}
        <SloRule slo={slo} onChange={onSlo} />
        {estimate && <QuantileMark estimate={estimate} level={level} avoid={slo} />}
        <Crosshair
          name="latency"
          formatX={formatLatency}
          series={[
            { label: 'ECDF', tone: 'simulation', at: readStep(steps), format: formatPercent },
            { label: 'law', tone: 'formula', at: readLine(truth), format: formatPercent },
          ]}
        />
      </Chart>
      {beyond > 0 && sample && (
        <p className={styles.caption}>
          {`${formatCount(beyond)} of ${formatCount(sample.length)} requests lie beyond the axis, the slowest at ${formatLatency(sample.at(-1) ?? end)}.`}
        </p>
      )}
      {estimate && sample && (
        <CrossingLens
          sample={sample}
          estimate={estimate}
          level={level}
          definition={definition}
          width={width}
        />
      )}
    </div>
  );
}

function MarkOfPinned({ value, p }: { value: number; p: number }) {
  return (
    <Annotation x={value} y={p} tone="pinned" dx={-16} dy={26}>
      {`A ${formatLatency(value)}`}
    </Annotation>
  );
}
