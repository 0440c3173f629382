import { type KeyboardEvent, type PointerEvent, useLayoutEffect, useRef, useState } from 'react';
import { nearestStop } from '../controls/adjust.ts';
import styles from './chart.module.css';
import { useChart } from './chartContext.ts';
import { type DrawIntent, type Drawing, type DrawnPoint, draw } from './drawing.ts';
import { formatNumber } from './format.ts';
import { Line } from './Line.tsx';
import { pointerIn } from './pointer.ts';
import { markColor, type Tone, textColor } from './tone.ts';
import { Unspoken } from './Unspoken.tsx';

/**
 * A plane on which the reader draws a curve over fixed columns, by mouse, touch or keyboard: left and right choose the
 * column, up and down move its value (Shift finer, Alt coarser). Fast strokes leave no gaps.
 *
 *     <DrawCurve xs={grid} values={values} onChange={setValues} label="Mean latency by utilization"
 *       formatX={(x) => `ρ = ${x}`} formatY={formatDuration} />
 */
export interface DrawCurveProps {
  /** Columns on the x axis, increasing. */
  readonly xs: readonly number[];
  readonly values: readonly (number | undefined)[];
  readonly onChange: (values: readonly (number | undefined)[]) => void;
  readonly label: string;
  /** One arrow key; default: a fiftieth of the y axis. */
  readonly step?: number;
  readonly tone?: Tone;
  readonly formatX?: (x: number) => string;
  readonly formatY?: (y: number) => string;
}

export function DrawCurve(props: DrawCurveProps) {
  const {
    xs,
    values,
    onChange,
    label,
    tone = 'accent',
    formatX = formatNumber,
    formatY = formatNumber,
  } = props;
  const frame = useChart();
  const { plot, x, y } = frame;
  const [low, high] = y.domain;
  const scale = { min: low, max: high, step: props.step ?? (high - low) / 50, scale: 'linear' } as const;
  const [column, setColumn] = useState(0);
  const pen = useRef<DrawnPoint>(undefined);

  // A pointer may move several times before the page is drawn again: each move goes on from the one before.
  const drawing = useRef<Drawing>({ values, column });
  useLayoutEffect(() => {
    drawing.current = { values, column };
  }, [values, column]);
  const send = (intent: DrawIntent) => {
    const before = drawing.current.values;
    const next = draw(drawing.current, intent, scale);
    drawing.current = next;
    setColumn(next.column);
    if (next.values !== before) onChange(next.values);
  };
  const at = (event: PointerEvent): DrawnPoint => {
    const place = pointerIn(frame, event);
    return { column: nearestStop(x.invert(place.x), xs), value: y.invert(place.y) };
  };
  const down = (event: PointerEvent<SVGElement>) => {
    if (event.button !== 0) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    pen.current = at(event);
    send({ type: 'touch', ...pen.current });
  };
  const move = (event: PointerEvent<SVGElement>) => {
    if (!pen.current) return;
    const to = at(event);
    send({ type: 'stroke', from: pen.current, to });
    pen.current = to;
  };
  const up = () => {
    pen.current = undefined;
  };
  const key = (event: KeyboardEvent) => {
    const intent = intentOf(event);
    if (!intent) return;
    event.preventDefault();
    send(intent);
  };

  const points = xs.map((place, index) => [place, values[index] ?? Number.NaN] as const);
  const here = values[column];
  const reading = here === undefined ? 'not drawn' : formatY(here);
  const atX = x(xs[column] ?? 0);
  return (
    <g
      className={styles.sketch}
      role="slider"
      tabIndex={0}
      aria-label={`${label}: left and right choose the place, up and down set the value`}
      aria-orientation="vertical"
      aria-valuemin={low}
      aria-valuemax={high}
      aria-valuenow={here ?? low}
      aria-valuetext={`${formatX(xs[column] ?? 0)}: ${reading}`}
      onKeyDown={key}
    >
      <rect
        className={styles.plotRing}
        x={plot.left}
        y={plot.top}
        width={plot.width}
        height={plot.height}
        data-export="skip"
      />
      <Unspoken>
        {values.every((value) => value === undefined) && (
          <text
            className={styles.label}
            style={{ fill: textColor('soft') }}
            x={(plot.left + plot.right) / 2}
            y={plot.top + plot.height / 2}
            textAnchor="middle"
          >
            Draw here
          </text>
        )}
      </Unspoken>
      <Line points={points} tone={tone} width={3} />
      <line
        className={styles.crossLine}
        x1={atX}
        x2={atX}
        y1={plot.top}
        y2={plot.bottom}
        data-export="skip"
      />
      {points.map(
        ([place, value]) =>
          Number.isFinite(value) && (
            <circle key={place} cx={x(place)} cy={y(value)} r={2.5} style={{ fill: markColor(tone) }} />
          ),
      )}
      <rect
        className={styles.sketchPad}
        x={plot.left}
        y={plot.top}
        width={plot.width}
        height={plot.height}
        data-export="skip"
        onPointerDown={down}
        onPointerMove={move}
        onPointerUp={up}
        onPointerCancel={up}
      />
    </g>
  );
}

function intentOf(event: KeyboardEvent): DrawIntent | undefined {
  const size = event.shiftKey ? 'fine' : event.altKey ? 'coarse' : 'normal';
  switch (event.key) {
    case 'ArrowRight':
      return { type: 'move', direction: 1 };
    case 'ArrowLeft':
      return { type: 'move', direction: -1 };
    case 'ArrowUp':
      return { type: 'raise', direction: 1, size };
    case 'ArrowDown':
      return { type: 'raise', direction: -1, size };
    case 'Home':
      return { type: 'edge', edge: 'first' };
    case 'End':
      return { type: 'edge', edge: 'last' };
    default:
      return undefined;
  }
}
