import { type KeyboardEvent, useEffect, useState } from 'react';
import { createPortal } from 'react-dom';
import { adjust, type Intent, intentOfKey } from '../controls/adjust.ts';
import { axisText } from './Axis.tsx';
import styles from './chart.module.css';
import { useChart } from './chartContext.ts';
import { formatNumber } from './format.ts';
import { alongAxis } from './niceStep.ts';
import { pointerIn } from './pointer.ts';
import { Readout } from './Readout.tsx';
import { markColor, type Tone } from './tone.ts';
import { useLatest } from './useLatest.ts';

/**
 * One vertical line that reads every series at x: by hovering, by a touching finger, or by focusing the plot and
 * pressing arrow keys (Shift fine, Alt coarse, Home, End; Escape puts it away). The reading stands in the picture
 * and, when it was asked for by keyboard, is announced.
 *
 *     <Crosshair name="utilization" series={[
 *       { label: 'M/M/1', tone: 'formula', at: readLine(curve), format: formatDuration },
 *       { label: 'simulated', tone: 'simulation', at: readLine(estimates), format: formatDuration },
 *     ]} />
 *
 * Two charts share one crosshair by passing both the same `value` and `onChange`. `stops` lets it rest only at
 * the x values that exist.
 */
export interface CrosshairProps {
  readonly series: readonly CrosshairSeries[];
  /** What the x axis is, for the accessible name. */
  readonly name?: string;
  readonly formatX?: (x: number) => string;
  readonly value?: number | undefined;
  readonly onChange?: (value: number | undefined) => void;
  readonly step?: number;
  readonly stops?: ArrayLike<number>;
}

export interface CrosshairSeries {
  readonly label: string;
  readonly tone?: Tone;
  readonly at: (x: number) => number | undefined;
  readonly format?: (y: number) => string;
}

export interface Reading {
  readonly label: string;
  readonly tone: Tone;
  readonly y: number;
  readonly text: string;
}

export function Crosshair({
  series,
  name = 'horizontal axis',
  formatX,
  value,
  onChange,
  step,
  stops,
}: CrosshairProps) {
  const frame = useChart();
  const { x, y, plot } = frame;
  const [own, setOwn] = useState<number | undefined>(undefined);
  // Only what a key asked for is announced: a voice that follows the mouse never stops.
  const [announced, setAnnounced] = useState(false);
  const current = onChange ? value : own;
  const to = alongAxis(x, { step, stops });
  const put = (next: number | undefined) => {
    if (next === current) return;
    if (onChange) onChange(next);
    else setOwn(next);
  };
  const middle = adjust(0, { type: 'set', value: x.invert((plot.left + plot.right) / 2) }, to);
  const send = (intent: Intent) => put(adjust(current ?? middle, intent, to));

  const hover = useLatest((event: PointerEvent) => {
    const at = pointerIn(frame, event);
    const inPlot = at.x >= plot.left && at.x <= plot.right && at.y >= plot.top && at.y <= plot.bottom;
    setAnnounced(false);
    if (inPlot) send({ type: 'set', value: x.invert(at.x) });
    else if (event.pointerType !== 'touch') put(undefined);
  });
  const leave = useLatest((event: PointerEvent) => {
    // A lifted finger leaves its reading behind; a mouse takes it along.
    if (event.pointerType !== 'touch') put(undefined);
  });
  const elsewhere = useLatest((event: PointerEvent) => {
    const target = event.target;
    if (event.pointerType === 'touch' && target instanceof Node && !frame.svg.current?.contains(target)) {
      put(undefined);
    }
  });
  // On the whole picture rather than on a sheet of its own, which would lie over the lines that can be dragged.
  useEffect(() => {
    const picture = frame.svg.current;
    if (!picture) return;
    const cancel = new AbortController();
    const { signal } = cancel;
    picture.addEventListener('pointermove', hover, { signal });
    picture.addEventListener('pointerdown', hover, { signal });
    picture.addEventListener('pointerleave', leave, { signal });
    document.addEventListener('pointerdown', elsewhere, { signal });
    return () => cancel.abort();
  }, [frame.svg, hover, leave, elsewhere]);

  const key = (event: KeyboardEvent) => {
    if (event.key === 'Escape') {
      put(undefined);
      return;
    }
    const intent = intentOfKey(event);
    if (!intent) return;
    event.preventDefault();
    setAnnounced(true);
    send(intent);
  };

  const readings = current === undefined ? [] : read(series, current);
  const title = current === undefined ? '' : (formatX ?? ((at: number) => axisText(x, at)))(current);
  const spoken = readings.map((reading) => `${reading.label} ${reading.text}`).join(', ');
  return (
    <>
      {/* Its reading is in the live text below as well, so that all series are heard and not only x. */}
      <g
        className={styles.crosshair}
        role="slider"
        tabIndex={0}
        aria-label={`Read all series along ${name}`}
        aria-valuemin={to.min}
        aria-valuemax={to.max}
        aria-valuenow={current ?? middle}
        aria-valuetext={current === undefined ? 'not placed; press an arrow key' : title}
        onKeyDown={key}
        onBlur={() => {
          setAnnounced(false);
          put(undefined);
        }}
        data-export="skip"
      >
        <rect
          className={styles.plotRing}
          x={plot.left}
          y={plot.top}
          width={plot.width}
          height={plot.height}
        />
        {current !== undefined && (
          <>
            <line
              className={styles.crossLine}
              x1={x(current)}
              x2={x(current)}
              y1={plot.top}
              y2={plot.bottom}
            />
            {readings.map((reading) => {
              const at = y(reading.y);
              const visible = at >= plot.top - 1 && at <= plot.bottom + 1;
              return (
                visible && (
                  <circle
                    key={reading.label}
                    className={styles.dot}
                    style={{ fill: markColor(reading.tone) }}
                    cx={x(current)}
                    cy={at}
                    r={4}
                  />
                )
              );
            })}
            <Readout at={x(current)} title={title} readings={readings} />
          </>
        )}
      </g>
      {frame.above &&
        createPortal(
          <output className={styles.quiet} aria-live="polite">
            {announced && current !== undefined ? spoken : ''}
          </output>,
          frame.above,
        )}
    </>
  );
}

function read(series: readonly CrosshairSeries[], x: number): readonly Reading[] {
  return series.flatMap(({ label, tone = 'ink', at, format = formatNumber }) => {
    const y = at(x);
    return y === undefined || Number.isNaN(y) ? [] : [{ label, tone, y, text: format(y) }];
  });
}
