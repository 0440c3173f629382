import { useId } from 'react';
import styles from './chart.module.css';
import { useChart } from './chartContext.ts';
import { textWidth } from './textWidth.ts';
import { markColor, type Tone, textColor } from './tone.ts';

/**
 * A part of the plot that means something: where the queue is unstable, where the SLO is missed.
 *
 *     <Region from={1} to={1.2} hatched label="unstable: ρ ≥ 1" />
 *     <Region axis="y" from={0.3} to={10} label="over the SLO" tone="warn" />
 *
 * The label is turned upright where the region is narrower than its words.
 */
export interface RegionProps {
  readonly axis?: 'x' | 'y';
  readonly from: number;
  readonly to: number;
  readonly hatched?: boolean;
  readonly label?: string;
  readonly tone?: Tone;
}

export function Region({ axis = 'x', from, to, hatched = false, label, tone = 'bad' }: RegionProps) {
  const { x, y, plot } = useChart();
  const pattern = useId();
  const [low, high] = axis === 'x' ? [plot.left, plot.right] : [plot.top, plot.bottom];
  const scale = axis === 'x' ? x : y;
  // A bound off the axis (0 on a log axis) means: up to the plot's edge.
  const place = (value: number, edge: number) => {
    const at = scale(value);
    return Math.min(high, Math.max(low, Number.isFinite(at) ? at : edge));
  };
  const [a, b] = [place(from, scale.range[0]), place(to, scale.range[1])];
  const [start, size] = [Math.min(a, b), Math.abs(b - a)];
  if (size < 0.5) return null;
  const box =
    axis === 'x'
      ? { x: start, y: plot.top, width: size, height: plot.height }
      : { x: plot.left, y: start, width: plot.width, height: size };
  return (
    <g>
      {hatched && (
        <defs>
          <pattern
            id={pattern}
            width="7"
            height="7"
            patternUnits="userSpaceOnUse"
            patternTransform="rotate(45)"
          >
            <line
              className={styles.hatchLine}
              style={{ stroke: markColor(tone) }}
              x1="0"
              y1="0"
              x2="0"
              y2="7"
            />
          </pattern>
        </defs>
      )}
      <rect className={styles.regionFill} style={{ fill: markColor(tone) }} {...box} />
      {hatched && <rect fill={`url(#${pattern})`} {...box} />}
      {label && <RegionLabel label={label} tone={tone} box={box} />}
    </g>
  );
}

interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

function RegionLabel({ label, tone, box }: { label: string; tone: Tone; box: Box }) {
  const needed = textWidth(label, 12, 500) + 12;
  const upright = needed > box.width && box.height > needed;
  const [cx, cy] = upright ? [box.x + box.width / 2 + 4, box.y + 8] : [box.x + box.width / 2, box.y + 16];
  return (
    <text
      className={styles.label}
      style={{ fill: textColor(tone) }}
      x={cx}
      y={cy}
      textAnchor={upright ? 'end' : 'middle'}
      transform={upright ? `rotate(-90 ${cx} ${cy})` : undefined}
    >
      {label}
    </text>
  );
}
