import { useMemo, useRef } from 'react';
import { keptSamples } from '../../../engine/benchmark/index.ts';
import type { Measurement } from '../../../store/measurements.ts';
import { Axis, Chart, linearAxis, type Point, Region, Rule, useWidth } from '../../chart/index.ts';
import { formatMs } from '../formats.ts';
import { warmUpSentence } from '../words.ts';
import styles from './results.module.css';
import { SampleCloud } from './SampleCloud.tsx';
import { toneAt } from './style.ts';
import { timeAxis } from './timeAxis.ts';

interface RunChartPictureProps {
  readonly measurement: Measurement;
  readonly index: number;
  readonly log: boolean;
}

/** The run chart: warm-up windows, then every sample where it was taken, discarded blocks hatched. */
export function RunChartPicture({ measurement, index, log }: RunChartPictureProps) {
  const box = useRef<HTMLDivElement>(null);
  const width = useWidth(box);
  const { chart, report, name } = measurement;
  const { warmUp, kept, lost, gone, end, warmEnd } = useMemo(() => placed(measurement), [measurement]);
  const all = useMemo(
    () => [...keptSamples(chart.blocks), ...chart.warmUp.map(({ medianMs }) => medianMs)],
    [chart],
  );
  const x = useMemo(() => linearAxis([0, end]), [end]);
  const y = useMemo(() => timeAxis(all, log), [all, log]);
  return (
    <figure className={styles.picture}>
      <figcaption className={styles.caption}>
        <strong>{name}.</strong> {warmUpSentence(measurement)}
      </figcaption>
      <div ref={box}>
        {width > 0 && (
          <Chart
            width={width}
            height={220}
            x={x}
            y={y}
            interactive={false}
            label={`Run chart of ${name}`}
            description={`${report.samples} samples in order around a median of ${formatMs(report.p50.value)}. ${warmUpSentence(measurement)}`}
          >
            <Axis side="bottom" title="time that this row ran, its waits left out" unit="s" />
            <Axis side="left" title="one inference" />
            {warmEnd > 0 && <Region from={0} to={warmEnd} tone="faint" label="warm-up" />}
            {gone.map(([from, to]) => (
              <Region key={from} from={from} to={to} hatched tone="warn" label="tab hidden, discarded" />
            ))}
            <SampleCloud points={warmUp} tone="soft" />
            <SampleCloud points={lost} tone="warn" faint />
            <SampleCloud points={kept} tone={toneAt(index)} faint />
            <Rule
              orientation="horizontal"
              value={report.p50.value}
              tone="ink"
              dash="short"
              label={`median ${formatMs(report.p50.value)}`}
              format={null}
            />
          </Chart>
        )}
      </div>
    </figure>
  );
}

/**
 * Points in seconds and milliseconds, each sample at its end. The waits while other rows took their turn are left
 * out, because they would leave most of the picture empty.
 */
const placed = ({ chart, report }: Measurement) => {
  const warmUp = chart.warmUp.map(({ endMs, medianMs }): Point => [endMs / 1000, medianMs]);
  const warmEnd = (chart.warmUp.at(-1)?.endMs ?? 0) / 1000;
  const [kept, lost, gone]: [Point[], Point[], Point[]] = [[], [], []];
  let clock = warmEnd;
  for (const block of chart.blocks) {
    const start = clock;
    for (const sample of block.samples) {
      clock += (sample * report.innerRuns) / 1000;
      (block.discarded === null ? kept : lost).push([clock, sample]);
    }
    if (block.discarded !== null) gone.push([start, clock]);
  }
  return { warmUp, kept, lost, gone, end: Math.max(clock, 0.1), warmEnd };
};
