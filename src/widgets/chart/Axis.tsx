import { useLayoutEffect, useMemo } from 'react';
import styles from './chart.module.css';
import { type ChartFrame, titleLineHeight, useChart } from './chartContext.ts';
import { formatNumber } from './format.ts';
import { textWidth } from './textWidth.ts';
import { chooseTicks, type Ticks } from './ticks.ts';
import { Unspoken } from './Unspoken.tsx';

/**
 * One axis: ticks as dense as the width allows, a light grid, and a title with its unit. The title of a vertical
 * axis stands level above it, where it can be read without tilting the head.
 *
 *     <Axis side="bottom" title="utilization ρ" />
 *     <Axis side="left" title="delay" unit="ms" grid={false} />
 *     <Axis side="right" title="servers" />
 */
export interface AxisProps {
  readonly side: 'bottom' | 'left' | 'right';
  readonly title: string;
  readonly unit?: string;
  /** Lines across the plot at every labelled tick; default: for bottom and left. */
  readonly grid?: boolean;
}

export function Axis({ side, title, unit, grid = side !== 'right' }: AxisProps) {
  const frame = useChart();
  const scale = side === 'bottom' ? frame.x : side === 'right' ? (frame.right ?? frame.y) : frame.y;
  const ticks = useMemo(() => chooseTicks(scale, side === 'bottom' ? 'width' : 'height'), [scale, side]);
  const text = unit ? `${title} (${unit})` : title;
  return (
    // A screen reader gets the description, the crosshair and the table instead of loose tick labels.
    <Unspoken className={styles.axis}>
      {side === 'bottom' ? (
        <BottomAxis frame={frame} ticks={ticks} text={text} grid={grid} />
      ) : (
        <SideAxis frame={frame} ticks={ticks} text={text} grid={grid} side={side} />
      )}
    </Unspoken>
  );
}

interface Drawn {
  readonly frame: ChartFrame;
  readonly ticks: Ticks;
  readonly text: string;
  readonly grid: boolean;
}

function BottomAxis({ frame, ticks, text, grid }: Drawn) {
  const { plot, width, setTitleLines } = frame;
  const lines = wrap(text, width - 8);
  const count = lines.length;
  // Before anything is painted, so that the plot is never seen to move.
  useLayoutEffect(() => {
    setTitleLines(count);
    return () => setTitleLines(1);
  }, [count, setTitleLines]);
  return (
    <>
      {ticks.minor.map((value) => (
        <line
          key={value}
          className={styles.minor}
          x1={px(frame.x(value))}
          x2={px(frame.x(value))}
          y1={plot.bottom}
          y2={plot.bottom + 3}
        />
      ))}
      {ticks.major.map((tick) => (
        <g key={tick.value}>
          {grid && (
            <line className={styles.grid} x1={px(tick.at)} x2={px(tick.at)} y1={plot.top} y2={plot.bottom} />
          )}
          <line
            className={styles.tick}
            x1={px(tick.at)}
            x2={px(tick.at)}
            y1={plot.bottom}
            y2={plot.bottom + 5}
          />
          <text
            className={styles.tickLabel}
            x={inside(tick.at, tick.label, width)}
            y={plot.bottom + 18}
            textAnchor="middle"
          >
            {tick.label}
          </text>
        </g>
      ))}
      <line
        className={styles.domain}
        x1={plot.left}
        x2={plot.right}
        y1={plot.bottom + 0.5}
        y2={plot.bottom + 0.5}
      />
      {lines.map((line, index) => (
        <text
          key={line}
          className={styles.title}
          x={inside((plot.left + plot.right) / 2, line, width)}
          y={plot.bottom + 38 + index * titleLineHeight}
          textAnchor="middle"
        >
          {line}
        </text>
      ))}
    </>
  );
}

function SideAxis({ frame, ticks, text, grid, side }: Drawn & { readonly side: 'left' | 'right' }) {
  const { plot, width } = frame;
  const scale = side === 'right' ? (frame.right ?? frame.y) : frame.y;
  const edge = side === 'left' ? plot.left : plot.right;
  const outwards = side === 'left' ? -1 : 1;
  return (
    <>
      {ticks.minor.map((value) => (
        <line
          key={value}
          className={styles.minor}
          x1={edge}
          x2={edge + 3 * outwards}
          y1={px(scale(value))}
          y2={px(scale(value))}
        />
      ))}
      {ticks.major.map((tick) => (
        <g key={tick.value}>
          {grid && (
            <line className={styles.grid} x1={plot.left} x2={plot.right} y1={px(tick.at)} y2={px(tick.at)} />
          )}
          <line
            className={styles.tick}
            x1={edge}
            x2={edge + 5 * outwards}
            y1={px(tick.at)}
            y2={px(tick.at)}
          />
          <text
            className={styles.tickLabel}
            x={edge + 8 * outwards}
            y={tick.at + 4}
            textAnchor={side === 'left' ? 'end' : 'start'}
          >
            {tick.label}
          </text>
        </g>
      ))}
      <line className={styles.domain} x1={px(edge)} x2={px(edge)} y1={plot.top} y2={plot.bottom} />
      <text
        className={styles.title}
        x={side === 'left' ? 2 : width - 2}
        y={plot.top - 14}
        textAnchor={side === 'left' ? 'start' : 'end'}
      >
        {text}
      </text>
    </>
  );
}

/** Hairlines on whole pixels stay sharp. */
function px(at: number): number {
  return Math.round(at) + 0.5;
}

/** Moves a centred label so far that neither end is cut by the picture's edge. */
function inside(at: number, label: string, width: number): number {
  const half = textWidth(label, 12, 500) / 2 + 1;
  return Math.min(width - half, Math.max(half, at));
}

/** Breaks a title that is wider than the picture into lines that are not. */
function wrap(text: string, room: number): readonly string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const longer = [lines.at(-1), word].filter(Boolean).join(' ');
    if (lines.length > 0 && textWidth(longer, 12, 500) <= room) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}

/** Text of a value on an axis, as its ticks would write it; used by rules and crosshairs. */
export function axisText(scale: ChartFrame['x'], value: number): string {
  return (scale.spec.format ?? formatNumber)(value);
}
