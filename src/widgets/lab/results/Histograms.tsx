import { useMemo, useRef } from 'react';
import { histogram } from '../../../engine/stats/index.ts';
import type { Measurement } from '../../../store/measurements.ts';
import {
  Axis,
  type AxisSpec,
  Bars,
  Chart,
  formatPercent,
  linearAxis,
  Rule,
  useWidth,
} from '../../chart/index.ts';
import { formatMs } from '../formats.ts';
import styles from './results.module.css';
import { toneAt } from './style.ts';
import { timeAxis } from './timeAxis.ts';

interface HistogramsProps {
  readonly shown: readonly Measurement[];
  readonly log: boolean;
}

/** One histogram for each measurement, under each other on one time axis. */
export function Histograms({ shown, log }: HistogramsProps) {
  const x = useMemo(
    () =>
      timeAxis(
        shown.flatMap(({ serviceTimes }) => serviceTimes),
        log,
      ),
    [shown, log],
  );
  return (
    <figure className={styles.picture}>
      {shown.map((measurement, index) => (
        <HistogramPicture key={measurement.id} measurement={measurement} index={index} x={x} log={log} />
      ))}
      <figcaption className={styles.caption}>
        Share of the samples in each bin. Bins follow Freedman and Diaconis and are never narrower than one
        step of the clock; on the log axis they are equally wide there.
      </figcaption>
    </figure>
  );
}

interface PictureProps {
  readonly measurement: Measurement;
  readonly index: number;
  readonly x: AxisSpec;
  readonly log: boolean;
}

function HistogramPicture({ measurement, index, x, log }: PictureProps) {
  const box = useRef<HTMLDivElement>(null);
  const width = useWidth(box);
  const bars = useMemo(() => binned(measurement, log), [measurement, log]);
  const y = useMemo(() => {
    const highest = Math.max(...bars.map(({ value }) => value));
    return linearAxis([0, highest * 1.1], { format: (share) => formatPercent(share) });
  }, [bars]);
  const { name, report } = measurement;
  return (
    <div ref={box}>
      {width > 0 && (
        <Chart
          width={width}
          height={170}
          x={x}
          y={y}
          interactive={false}
          label={`Histogram of ${name}`}
          description={`${report.samples} samples in ${bars.length} bins; half of them are below ${formatMs(report.p50.value)}.`}
        >
          <Axis side="bottom" title={`${name}: time of one inference${log ? ' (log axis)' : ''}`} />
          <Axis side="left" title="share in the bin" />
          <Bars bars={bars} tone={toneAt(index)} />
          <Rule
            orientation="vertical"
            value={report.p50.value}
            tone="ink"
            dash="short"
            label={`median ${formatMs(report.p50.value)}`}
            format={null}
          />
        </Chart>
      )}
    </div>
  );
}

/** Bins of equal width on the axis that is shown, none narrower than the clock can tell. */
const binned = ({ serviceTimes, stamp, report }: Measurement, log: boolean) => {
  const onAxis = log ? Math.log : (time: number) => time;
  const back = log ? Math.exp : (place: number) => place;
  const times = log ? serviceTimes.filter((time) => time > 0) : serviceTimes;
  const places = times.map(onAxis);
  const found = histogram(places);
  const narrowest = stamp.timerStepMs / report.innerRuns;
  const width = log ? narrowest / report.p50.value : narrowest;
  const range = (found.edges.at(-1) ?? 0) - (found.edges[0] ?? 0);
  const most = Math.max(1, Math.floor(range / width));
  const { edges, counts } = found.counts.length > most ? histogram(places, { bins: most }) : found;
  return Array.from(counts, (count, bin) => ({
    from: back(edges[bin] ?? 0),
    to: back(edges[bin + 1] ?? 0),
    value: count / serviceTimes.length,
  }));
};
