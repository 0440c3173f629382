import { useMemo, useRef } from 'react';
import { openLoopLatencies } from '../../../../engine/benchmark/index.ts';
import {
  Axis,
  Chart,
  formatNumber,
  linearAxis,
  type Point,
  Region,
  Rule,
  useWidth,
} from '../../../chart/index.ts';
import { formatMs } from '../../formats.ts';
import { SampleCloud } from '../../results/SampleCloud.tsx';
import { timeAxis } from '../../results/timeAxis.ts';
import styles from '../experiment.module.css';
import type { ShownLoad } from './loadView.ts';

/** The latency of every request of one load, in the order of arrival: where the queue built up and emptied. */
export function OrderChart({ shown }: { readonly shown: ShownLoad }) {
  const box = useRef<HTMLDivElement>(null);
  const width = useWidth(box);
  const { point, summary } = shown;
  const latencies = useMemo(() => openLoopLatencies(point), [point]);
  const points = useMemo(
    () => latencies.map((latency, index): Point => [(point.scheduled[index] ?? 0) / 1000, latency]),
    [latencies, point],
  );
  const end = (point.scheduled.at(-1) ?? 1) / 1000;
  const counted = (point.scheduled[latencies.length - summary.counted] ?? 0) / 1000;
  const x = useMemo(() => linearAxis([0, end]), [end]);
  const y = useMemo(() => timeAxis(latencies, false), [latencies]);
  return (
    <figure className={`${styles.picture} ${styles.pictureAlone}`}>
      <figcaption className={styles.caption}>
        <strong>Every request at ρ = {point.load}, in order.</strong> {story(shown)}
      </figcaption>
      <div ref={box}>
        {width > 0 && (
          <Chart
            width={width}
            height={260}
            x={x}
            y={y}
            interactive={false}
            label={`Latency in order at ρ = ${point.load}`}
            description={story(shown)}
          >
            <Axis side="bottom" title="scheduled arrival" unit="s" />
            <Axis side="left" title="latency" />
            <Region from={0} to={counted} tone="faint" label="left out" />
            <SampleCloud points={points} tone="measured" faint={points.length > 1500} />
            <Rule
              orientation="horizontal"
              value={summary.mean.value}
              tone="ink"
              dash="short"
              label={`mean ${formatMs(summary.mean.value)}`}
              format={null}
            />
          </Chart>
        )}
      </div>
    </figure>
  );
}

const story = ({ point, summary, insideHalfway, insideAtEnd, realLoad }: ShownLoad): string => {
  const unserved = point.scheduled.length - summary.served;
  const cut = unserved > 0 ? ` ${formatNumber(unserved, 5)} were never started: the time was over.` : '';
  const inside = `${formatNumber(insideHalfway, 5)} requests were inside halfway and ${formatNumber(insideAtEnd, 5)} when the last one arrived`;
  if (realLoad < 1) return `The queue fills and empties again and again: ${inside}.${cut}`;
  const load =
    point.load < 1 ? `Service had slowed so much that the real load was ${formatNumber(realLoad, 2)}. ` : '';
  return insideAtEnd > insideHalfway
    ? `${load}More comes than can be served, so the queue only grows: ${inside}.${cut}`
    : `${load}More comes than can be served, yet the queue did not grow for long: ${inside}.${cut}`;
};
