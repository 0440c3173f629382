import { type ReactNode, useId, useMemo, useRef, useState } from 'react';
import styles from './chart.module.css';
import { ChartContext, type ChartFrame, titleLineHeight } from './chartContext.ts';
import { type AxisSpec, createScale } from './scale.ts';
import { textWidth } from './textWidth.ts';
import { chooseTicks } from './ticks.ts';

/**
 * A picture with two axes. It owns the scales and hands them to its children by context; children are drawn in
 * their order: grid and axes first, then regions and bands, lines, rules, and the crosshair last.
 *
 *     <Chart width={width} height={320} label="Delay against utilization"
 *       description="Delay grows slowly up to ρ = 0.8 and without bound as ρ nears 1."
 *       x={linearAxis([0, 1.2])} y={logAxis([0.01, 10], { format: formatDuration })}>
 *       <Axis side="bottom" title="utilization ρ" />
 *       <Axis side="left" title="mean delay W" />
 *       <Region from={1} to={1.2} hatched label="unstable: ρ ≥ 1" />
 *       <Line points={curve} tone="formula" label="M/M/1" />
 *     </Chart>
 *
 * Margins not given are chosen: the left one fits the tick labels, the bottom one the lines of the title. A picture
 * without anything to operate is one image to a screen reader; one with rules, crosshairs or drawing is a group
 * (`interactive`, the default).
 */
export interface ChartProps {
  readonly width: number;
  readonly height: number;
  readonly x: AxisSpec;
  readonly y: AxisSpec;
  /** A second y axis; marks use it inside `<OnRight>`. */
  readonly right?: AxisSpec;
  readonly margin?: Partial<Margin>;
  /** Accessible name: what the picture shows. */
  readonly label: string;
  /** Longer text for screen readers: what is to be seen in it. */
  readonly description?: string;
  readonly interactive?: boolean;
  readonly children?: ReactNode;
}

export interface Margin {
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  readonly left: number;
}

export function Chart({
  width,
  height,
  x,
  y,
  right,
  margin,
  label,
  description,
  interactive = true,
  children,
}: ChartProps) {
  const id = useId();
  const svg = useRef<SVGSVGElement>(null);
  const [below, setBelow] = useState<HTMLElement | null>(null);
  const [above, setAbove] = useState<HTMLElement | null>(null);
  const [titleLines, setTitleLines] = useState(1);

  const top = margin?.top ?? 30;
  const bottom = margin?.bottom ?? 46 + (titleLines - 1) * titleLineHeight;
  const left = margin?.left ?? labelRoom(y, height - top - bottom);
  const rightRoom = margin?.right ?? (right ? labelRoom(right, height - top - bottom) : 16);

  const frame = useMemo((): ChartFrame => {
    const plot = {
      left,
      top,
      right: Math.max(left + 1, width - rightRoom),
      bottom: Math.max(top + 1, height - bottom),
      width: Math.max(1, width - left - rightRoom),
      height: Math.max(1, height - top - bottom),
    };
    return {
      width,
      height,
      plot,
      x: createScale(x, [plot.left, plot.right]),
      y: createScale(y, [plot.bottom, plot.top]),
      right: right ? createScale(right, [plot.bottom, plot.top]) : undefined,
      svg,
      clip: `url(#${id}clip)`,
      below,
      above,
      setTitleLines,
    };
  }, [width, height, x, y, right, top, bottom, left, rightRoom, id, below, above]);

  return (
    <ChartContext value={frame}>
      <div className={styles.chart} style={{ width, height }}>
        <div ref={setBelow} className={styles.layer} />
        <svg
          ref={svg}
          className={styles.picture}
          width={width}
          height={height}
          viewBox={`0 0 ${width} ${height}`}
          role={interactive ? 'group' : 'img'}
          aria-label={label}
          aria-describedby={description ? `${id}description` : undefined}
        >
          {description && <desc id={`${id}description`}>{description}</desc>}
          <defs>
            <clipPath id={`${id}clip`}>
              <rect
                x={frame.plot.left}
                y={frame.plot.top - 1}
                width={frame.plot.width}
                height={frame.plot.height + 2}
              />
            </clipPath>
          </defs>
          {children}
        </svg>
        <div ref={setAbove} className={styles.layer} />
      </div>
    </ChartContext>
  );
}

/** Marks inside use the right-hand axis: `<OnRight><Line … /></OnRight>`. */
export function OnRight({ children }: { readonly children: ReactNode }) {
  return (
    <ChartContext.Consumer>
      {(frame) => (
        <ChartContext value={frame?.right ? { ...frame, y: frame.right } : frame}>{children}</ChartContext>
      )}
    </ChartContext.Consumer>
  );
}

/** Room for the widest tick label of a vertical axis; measured on a stand-in scale of the same length. */
function labelRoom(spec: AxisSpec, length: number): number {
  const { major } = chooseTicks(createScale(spec, [Math.max(1, length), 0]), 'height');
  return Math.ceil(Math.max(16, ...major.map((tick) => textWidth(tick.label)))) + 14;
}
