import { useMemo, useRef } from 'react';
import {
  Axis,
  Bars,
  Chart,
  categoryAxis,
  linearAxis,
  type Tone,
  textColor,
  useWidth,
} from '../../../widgets/chart/index.ts';
import type { BarChart } from './cell.ts';
import styles from './demo.module.css';

const tones: readonly Tone[] = ['arrival-rate', 'utilization', 'service-rate'];
/** Share of a group's place that its bars fill together. */
const filled = 0.7;

/** Grouped bars of a cell, their series named above in their own colours. */
export function DemoBars({ chart }: { chart: BarChart }) {
  const place = useRef<HTMLElement>(null);
  const width = useWidth(place);
  const series = Object.entries(chart.series);
  const bar = filled / series.length;
  const x = useMemo(() => categoryAxis(chart.groups), [chart.groups]);
  const y = useMemo(
    () => linearAxis([0, Math.max(...Object.values(chart.series).flat())], { nice: true }),
    [chart.series],
  );
  return (
    <figure ref={place} className={styles.chart}>
      <figcaption className={styles.chartTitle}>
        {chart.title}
        {series.map(([name], index) => (
          <span key={name} style={{ color: textColor(tones[index] ?? 'neutral') }}>
            {name}
          </span>
        ))}
      </figcaption>
      {width > 0 && (
        <Chart
          width={width}
          height={220}
          margin={{ bottom: 26 }}
          x={x}
          y={y}
          label={chart.title}
          description={inWords(chart)}
          interactive={false}
        >
          <Axis side="bottom" title="" grid={false} />
          <Axis side="left" title={chart.value} />
          {series.map(([name, values], index) => (
            <Bars
              key={name}
              tone={tones[index] ?? 'neutral'}
              bars={values.map((value, group) => ({
                from: group - filled / 2 + index * bar,
                to: group - filled / 2 + (index + 1) * bar,
                value,
              }))}
            />
          ))}
        </Chart>
      )}
    </figure>
  );
}

function inWords({ groups, series }: BarChart): string {
  return Object.entries(series)
    .map(([name, values]) => `${name}: ${values.map((value, i) => `${groups[i]} ${value}`).join(', ')}`)
    .join('; ');
}
