import styles from './chart.module.css';
import { useChart } from './chartContext.ts';
import { textWidth } from './textWidth.ts';
import { markColor, type Tone, textColor } from './tone.ts';

/**
 * One point of interest: “you are here”. With a label it carries a leader line to its words.
 *
 *     <Marker x={0.8} y={5} tone="utilization" />
 *     <Annotation x={0.8} y={5} tone="utilization" dx={-40} dy={-36}>ρ = 0.80</Annotation>
 */
export interface MarkerProps {
  readonly x: number;
  readonly y: number;
  readonly tone?: Tone;
  readonly radius?: number;
}

export function Marker({ x, y, tone = 'ink', radius = 5 }: MarkerProps) {
  const frame = useChart();
  const [cx, cy] = [frame.x(x), frame.y(y)];
  if (!Number.isFinite(cx) || !Number.isFinite(cy)) return null;
  return (
    <circle
      className={styles.dot}
      style={{ fill: markColor(tone) }}
      cx={cx}
      cy={cy}
      r={radius}
      clipPath={frame.clip}
    />
  );
}

export interface AnnotationProps extends MarkerProps {
  /** Offset of the words from the point, in px; they are kept inside the plot. */
  readonly dx?: number;
  readonly dy?: number;
  readonly dot?: boolean;
  readonly children: string;
}

export function Annotation({
  x,
  y,
  tone = 'ink',
  radius = 5,
  dx = 28,
  dy = -28,
  dot = true,
  children,
}: AnnotationProps) {
  const frame = useChart();
  const { plot } = frame;
  const [px, py] = [frame.x(x), frame.y(y)];
  if (!Number.isFinite(px) || !Number.isFinite(py)) return null;
  const wide = textWidth(children, 12, 500);
  // The side is turned round rather than the words cut.
  const toRight = dx >= 0 ? px + dx + wide + 4 <= frame.width : px + dx - wide - 4 < 0;
  const tx = px + (toRight ? Math.abs(dx) : -Math.abs(dx));
  const ty = Math.min(plot.bottom - 6, Math.max(plot.top + 12, py + dy));
  return (
    <g>
      <path className={styles.leader} d={`M${px} ${py}L${tx} ${ty}`} />
      {dot && <Marker x={x} y={y} tone={tone} radius={radius} />}
      <text
        className={styles.label}
        style={{ fill: textColor(tone) }}
        x={tx + (toRight ? 4 : -4)}
        y={ty + 4}
        textAnchor={toRight ? 'start' : 'end'}
      >
        {children}
      </text>
    </g>
  );
}
