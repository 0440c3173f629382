import type { Reading } from './Crosshair.tsx';
import styles from './chart.module.css';
import { useChart } from './chartContext.ts';
import { textWidth } from './textWidth.ts';
import { markColor } from './tone.ts';
import { Unspoken } from './Unspoken.tsx';

const lineHeight = 17;

/** The small sheet beside the crosshair; it stays within the picture whatever it has to say. */
export function Readout({
  at,
  title,
  readings,
}: {
  readonly at: number;
  readonly title: string;
  readonly readings: readonly Reading[];
}) {
  const { plot, width: pictureWidth } = useChart();
  const labels = Math.max(0, ...readings.map((reading) => textWidth(reading.label)));
  const values = Math.max(0, ...readings.map((reading) => textWidth(reading.text, 12, 500)));
  const width = Math.ceil(Math.max(textWidth(title, 12, 600) + 16, labels + values + 44));
  const height = 14 + lineHeight * (readings.length + 1);
  const right = at + 12 + width <= pictureWidth;
  const left = Math.max(0, Math.min(pictureWidth - width, right ? at + 12 : at - 12 - width));
  const top = plot.top + 6;
  return (
    <Unspoken transform={`translate(${Math.round(left)} ${top})`}>
      <rect className={styles.readout} x={0.5} y={0.5} width={width} height={height} rx={3} />
      <text className={styles.readoutTitle} x={8} y={18}>
        {title}
      </text>
      {readings.map((reading, index) => (
        <g key={reading.label} transform={`translate(0 ${18 + lineHeight * (index + 1)})`}>
          <rect x={8} y={-6} width={10} height={3} style={{ fill: markColor(reading.tone) }} />
          <text className={styles.readoutLabel} x={24}>
            {reading.label}
          </text>
          <text className={styles.readoutValue} x={width - 8} textAnchor="end">
            {reading.text}
          </text>
        </g>
      ))}
    </Unspoken>
  );
}
