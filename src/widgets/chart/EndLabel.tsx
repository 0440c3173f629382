import styles from './chart.module.css';
import { type ChartFrame, useChart } from './chartContext.ts';
import type { Points } from './points.ts';
import { textWidth } from './textWidth.ts';
import { type Tone, textColor } from './tone.ts';

/** Name of a single line at its visible end: in the right margin if it fits there, else above the line's end. */
export function EndLabel({ points, label, tone }: { points: Points; label: string; tone: Tone }) {
  const frame = useChart();
  const end = visibleEnd(points, frame);
  if (!end) return null;
  const outside = fitsOutside(end.x, label, frame);
  return (
    <text
      className={styles.label}
      style={{ fill: textColor(tone) }}
      x={outside ? end.x + 6 : Math.min(end.x, frame.plot.right - 2)}
      y={outside ? end.y + 4 : Math.max(frame.plot.top + 12, end.y - 7)}
      textAnchor={outside ? 'start' : 'end'}
    >
      {label}
    </text>
  );
}

export function fitsOutside(x: number, label: string, { width, plot, right }: ChartFrame): boolean {
  // Beside the plot stand the numbers of a right-hand axis.
  return x + 6 + textWidth(label, 12, 500) <= (right ? plot.right : width);
}

/** Where a line leaves the plot or ends within it, in px. */
export function visibleEnd(points: Points, { x, y, plot }: ChartFrame): { x: number; y: number } | undefined {
  const shown = points.findLast((point) => {
    const [px, py] = [x(point[0]), y(point[1])];
    return px >= plot.left - 1 && px <= plot.right + 1 && py >= plot.top - 1 && py <= plot.bottom + 1;
  });
  return shown && { x: x(shown[0]), y: y(shown[1]) };
}
