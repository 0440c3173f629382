import { type KeyboardEvent, type PointerEvent, useRef } from 'react';
import { adjust, type Intent, intentOfKey } from '../controls/adjust.ts';
import { axisText } from './Axis.tsx';
import styles from './chart.module.css';
import { type ChartFrame, useChart } from './chartContext.ts';
import { type Dash, dashes } from './Line.tsx';
import { alongAxis } from './niceStep.ts';
import { pointerIn } from './pointer.ts';
import type { PlotScale } from './scale.ts';
import { textWidth } from './textWidth.ts';
import { markColor, type Tone, textColor } from './tone.ts';

/**
 * A line across the plot at one value. With `onChange` it is a slider: drag it, or focus it and use the arrow
 * keys (Shift fine, Alt coarse, Page, Home, End). Pointer and keys pass through the same `adjust`.
 *
 *     <Rule orientation="horizontal" value={slo} label="SLO" tone="bad" onChange={(slo) => change({ slo })} />
 *     <Rule orientation="vertical" value={1} label="capacity" dash="long" />
 *
 * A vertical rule marks a value of the x axis, a horizontal one a value of the y axis.
 */
export interface RuleProps {
  readonly orientation: 'vertical' | 'horizontal';
  readonly value: number;
  readonly label?: string;
  /** Accessible name where the label alone would not say what is moved. */
  readonly name?: string;
  readonly tone?: Tone;
  readonly dash?: Dash;
  readonly onChange?: (value: number) => void;
  /** Bounds and step of the movable line; default: the axis and about a hundredth of it. */
  readonly min?: number;
  readonly max?: number;
  readonly step?: number;
  /** Text of the value; default: as the axis writes it. `null` leaves the value out of the label. */
  readonly format?: ((value: number) => string) | null;
  /** Where along the line the label stands; default: `end` (right or top). */
  readonly labelAt?: 'start' | 'end';
}

export function Rule(props: RuleProps) {
  const frame = useChart();
  const vertical = props.orientation === 'vertical';
  const scale = vertical ? frame.x : frame.y;
  const at = scale(props.value);
  if (!Number.isFinite(at)) return null;
  // Off the plot it is not drawn, unless it can be moved: then it waits at the edge.
  const [low, high] = vertical ? [frame.plot.left, frame.plot.right] : [frame.plot.top, frame.plot.bottom];
  const outside = at < low - 0.5 || at > high + 0.5;
  if (outside && !props.onChange) return null;
  const place = Math.min(high, Math.max(low, at));
  const drawing = <RuleDrawing {...props} frame={frame} scale={scale} at={place} />;
  return props.onChange ? (
    <Movable {...props} onChange={props.onChange} frame={frame} scale={scale} at={place}>
      {drawing}
    </Movable>
  ) : (
    <g className={styles.rule} data-side={props.orientation}>
      {drawing}
    </g>
  );
}

interface Placed extends RuleProps {
  readonly frame: ChartFrame;
  readonly scale: PlotScale;
  readonly at: number;
}

function Movable({
  frame,
  scale,
  at,
  orientation,
  value,
  label,
  name,
  onChange,
  min,
  max,
  step,
  format,
  tone = 'neutral',
  children,
}: Placed & { readonly onChange: (value: number) => void; readonly children: React.ReactNode }) {
  const { plot } = frame;
  const vertical = orientation === 'vertical';
  const to = alongAxis(scale, { min, max, step });
  // Distance between pointer and line when it was grabbed, so that the line does not jump to the pointer.
  const grabbed = useRef<number | undefined>(undefined);
  const send = (intent: Intent) => {
    const next = adjust(value, intent, to);
    if (next !== value) onChange(next);
  };
  const along = (event: PointerEvent) => {
    const place = pointerIn(frame, event);
    return vertical ? place.x : place.y;
  };
  const down = (event: PointerEvent<SVGElement>) => {
    if (event.button !== 0) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    grabbed.current = along(event) - at;
  };
  const move = (event: PointerEvent<SVGElement>) => {
    if (grabbed.current === undefined) return;
    send({ type: 'set', value: scale.invert(along(event) - grabbed.current) });
  };
  const release = () => {
    grabbed.current = undefined;
  };
  const key = (event: KeyboardEvent) => {
    const intent = intentOfKey(event);
    if (!intent) return;
    event.preventDefault();
    send(intent);
  };
  const hit = vertical
    ? { x: at - 12, y: plot.top, width: 24, height: plot.height }
    : { x: plot.left, y: at - 12, width: plot.width, height: 24 };
  const grip = vertical ? { cx: at, cy: plot.bottom } : { cx: plot.left, cy: at };
  return (
    <g
      className={styles.rule}
      data-side={orientation}
      data-movable=""
      role="slider"
      tabIndex={0}
      aria-label={name ?? label ?? 'line'}
      aria-orientation={vertical ? 'horizontal' : 'vertical'}
      aria-valuemin={to.min}
      aria-valuemax={to.max}
      aria-valuenow={value}
      aria-valuetext={(format ?? ((read: number) => axisText(scale, read)))(value)}
      onKeyDown={key}
    >
      {children}
      <circle className={styles.focusRing} {...grip} r={10} />
      <circle
        className={styles.grip}
        style={{ stroke: markColor(tone) }}
        {...grip}
        r={5.5}
        data-export="skip"
      />
      <rect
        className={styles.hit}
        {...hit}
        data-export="skip"
        onPointerDown={down}
        onPointerMove={move}
        onPointerUp={release}
        onPointerCancel={release}
      />
    </g>
  );
}

function RuleDrawing({
  frame,
  scale,
  at,
  orientation,
  value,
  label,
  tone = 'neutral',
  dash = 'solid',
  format,
  labelAt = 'end',
}: Placed) {
  const { plot } = frame;
  const vertical = orientation === 'vertical';
  const text = [
    label,
    format === null ? undefined : (format ?? ((read: number) => axisText(scale, read)))(value),
  ]
    .filter(Boolean)
    .join(' ');
  const line = vertical
    ? { x1: at, x2: at, y1: plot.top, y2: plot.bottom }
    : { x1: plot.left, x2: plot.right, y1: at, y2: at };
  return (
    <>
      <line
        className={styles.ruleLine}
        style={{ stroke: markColor(tone) }}
        strokeDasharray={dashes[dash]}
        {...line}
      />
      {text && (
        <text
          className={styles.label}
          style={{ fill: textColor(tone) }}
          {...labelPlace(frame, at, vertical, text, labelAt)}
        >
          {text}
        </text>
      )}
    </>
  );
}

/** Beside the line, on the side that has room. */
function labelPlace(
  { plot }: ChartFrame,
  at: number,
  vertical: boolean,
  text: string,
  labelAt: 'start' | 'end',
): { x: number; y: number; textAnchor: 'start' | 'end' } {
  if (vertical) {
    const right = at + 6 + textWidth(text, 12, 500) <= plot.right + 8;
    return {
      x: right ? at + 6 : at - 6,
      y: labelAt === 'end' ? plot.top + 12 : plot.bottom - 10,
      textAnchor: right ? 'start' : 'end',
    };
  }
  const above = at - 20 >= plot.top;
  return {
    x: labelAt === 'end' ? plot.right - 4 : plot.left + 10,
    y: above ? at - 6 : at + 16,
    textAnchor: labelAt === 'end' ? 'end' : 'start',
  };
}
