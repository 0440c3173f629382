import { useMemo } from 'react';
import {
  Axis,
  Chart,
  Crosshair,
  formatPercent,
  Line,
  linearAxis,
  pairs,
  readStep,
  StepLine,
} from '../chart/index.ts';
import { latencyAxis } from './axes.ts';
import { ecdfSteps } from './curves.ts';
import styles from './latency.module.css';
import type { Picture } from './picture.ts';
import { QuantileMark } from './QuantileMark.tsx';
import { RequestsInTime } from './RequestsInTime.tsx';
import { SloRule } from './SloRule.tsx';
import { WaitingMark } from './WaitingMark.tsx';
import { definitionText, formatLatency } from './words.ts';

const shares = linearAxis([0, 1], { format: (share) => formatPercent(share) });

/** The same test recorded twice: request by request in time, and as the two distributions that come of it. */
export function RecordingPicture({
  values,
  formula,
  requests,
  settings,
  reading,
  pinned,
  width,
  onSlo,
}: Picture) {
  const { level, slo } = values;
  const axis = useMemo(() => latencyAxis(formula, values), [formula, values]);
  const shown = reading?.view === 'recording' ? reading : undefined;
  const truth = useMemo(() => pairs(formula.latency, formula.probability), [formula]);
  const kept = useMemo(() => (shown ? ecdfSteps(shown.sample) : []), [shown]);
  const waited = useMemo(() => (shown ? ecdfSteps(shown.waiting) : []), [shown]);
  const end = axis.domain[1];
  const before = pinned?.reading?.view === 'recording' ? pinned.reading : undefined;
  const pinnedSteps = useMemo(() => (before ? ecdfSteps(before.sample) : []), [before]);
  const narrow = width < 520;
  return (
    <div className={styles.pictures}>
      {shown && settings && requests && (
        <RequestsInTime requests={requests} settings={settings} reading={shown} axis={axis} width={width} />
      )}
      <Chart
        width={width}
        height={narrow ? 290 : 270}
        margin={{ bottom: narrow ? 62 : 46 }}
        x={axis}
        y={shares}
        label="Distribution functions of the two recordings"
        description="Share of requests at or below each latency, as recorded on schedule and as recorded by the generator that waits, with the quantile of each."
      >
        <Axis side="left" title="F(t): requests that took at most t" />
        <Axis side="bottom" title={`latency t · ${definitionText(level, values.definition)}`} />
        {before && <StepLine points={pinnedSteps} tone="pinned" dash="long" until={end} />}
        {!shown && <Line points={truth} tone="formula" width={1.5} />}
        <StepLine points={kept} tone="sojourn" width={2} until={end} />
        <StepLine points={waited} tone="simulation" width={2} dash="short" until={end} />
        <SloRule slo={slo} onChange={onSlo} />
        {shown && (
          <>
            <WaitingMark estimate={shown.waitingEstimate} level={level} />
            <QuantileMark
              estimate={shown.estimate}
              level={level}
              avoid={slo}
              words="on schedule"
              bounded={shown.stall === undefined}
            />
          </>
        )}
        <Crosshair
          name="latency"
          formatX={formatLatency}
          series={[
            { label: 'on schedule', tone: 'sojourn', at: readStep(kept), format: formatPercent },
            { label: 'by waiting', tone: 'simulation', at: readStep(waited), format: formatPercent },
          ]}
        />
      </Chart>
    </div>
  );
}
