import styles from './chart.module.css';
import { useChart } from './chartContext.ts';
import { visibleEnd } from './EndLabel.tsx';
import type { Points } from './points.ts';
import { spread } from './spread.ts';
import { textWidth } from './textWidth.ts';
import { markColor, type Tone, textColor } from './tone.ts';

/**
 * Names at the ends of several lines, moved apart where they would touch: a legend without the looking back and
 * forth. They stand in the right margin if it is wide enough (`margin={{ right: 96 }}`), else inside the plot.
 *
 *     <DirectLabels labels={[
 *       { label: 'formula', tone: 'formula', points: curve },
 *       { label: 'simulation', tone: 'simulation', points: estimates },
 *     ]} />
 */
export interface DirectLabelsProps {
  readonly labels: readonly DirectLabel[];
}

export interface DirectLabel {
  readonly label: string;
  readonly tone: Tone;
  readonly points: Points;
}

export function DirectLabels({ labels }: DirectLabelsProps) {
  const frame = useChart();
  const { plot, width } = frame;
  const ended = labels.flatMap((item) => {
    const end = visibleEnd(item.points, frame);
    return end ? [{ ...item, end }] : [];
  });
  const widest = Math.max(0, ...ended.map((item) => textWidth(item.label, 12, 500)));
  const outside = !frame.right && plot.right + 12 + widest <= width;
  const wishes = ended.map((item) => item.end.y + (outside ? 0 : -8));
  const places = spread(wishes, 15, plot.top + 8, plot.bottom - 4);
  return (
    <g>
      {ended.map((item, index) => {
        const at = places[index] ?? item.end.y;
        return outside ? (
          <g key={item.label}>
            <path
              className={styles.leader}
              style={{ stroke: markColor(item.tone) }}
              d={`M${item.end.x + 2} ${item.end.y}L${plot.right + 8} ${at}`}
            />
            <text
              className={styles.label}
              style={{ fill: textColor(item.tone) }}
              x={plot.right + 11}
              y={at + 4}
            >
              {item.label}
            </text>
          </g>
        ) : (
          <text
            key={item.label}
            className={styles.label}
            style={{ fill: textColor(item.tone) }}
            x={Math.min(item.end.x, plot.right) - 4}
            y={at + 4}
            textAnchor="end"
          >
            {item.label}
          </text>
        );
      })}
    </g>
  );
}
