import { type KeyboardEvent, type PointerEvent, useState } from 'react';
import { formatDuration, formatNumber, withUnit } from '../chart/format.ts';
import { useChart } from '../chart/index.ts';
import { pointerIn } from '../chart/pointer.ts';
import { Readout } from '../chart/Readout.tsx';
import { adjust, intentOfKey } from '../controls/adjust.ts';
import type { Requests } from './model.ts';
import styles from './View.module.css';

/** Room that the sheet with five lines takes, px. */
const sheetHeight = 104;

/** Reads one request: by pointing at its row, or by focusing the picture and pressing arrow keys. */
export function RequestReader({ requests }: { requests: Requests }) {
  const frame = useChart();
  const { x, y, plot } = frame;
  const [row, setRow] = useState<number>();
  const last = requests.arrival.length - 1;
  const chosen = row === undefined ? undefined : readRequest(requests, row);

  const hover = (event: PointerEvent) => {
    const at = Math.floor(y.invert(pointerIn(frame, event).y));
    setRow(Math.min(last, Math.max(0, at)));
  };
  const key = (event: KeyboardEvent) => {
    if (event.key === 'Escape') setRow(undefined);
    const intent = intentOfKey(event);
    if (!intent) return;
    event.preventDefault();
    // Later requests stand lower: Down is forward here, as Right is.
    const vertical = event.key === 'ArrowUp' || event.key === 'ArrowDown';
    const turned =
      vertical && intent.type === 'nudge'
        ? ({ ...intent, direction: intent.direction === 1 ? -1 : 1 } as const)
        : intent;
    setRow(adjust(row ?? -1, turned, { min: 0, max: last, step: 1, scale: 'linear', whole: true }));
  };
  return (
    <g
      className={styles.reader}
      role="slider"
      tabIndex={0}
      aria-label="Read one request"
      aria-orientation="vertical"
      aria-valuemin={1}
      aria-valuemax={last + 1}
      aria-valuenow={(row ?? 0) + 1}
      aria-valuetext={chosen?.spoken ?? 'not placed; press an arrow key'}
      onKeyDown={key}
      onBlur={() => setRow(undefined)}
      data-export="skip"
    >
      <rect
        className={styles.sheet}
        x={plot.left}
        y={plot.top}
        width={plot.width}
        height={plot.height}
        onPointerMove={hover}
        onPointerDown={hover}
        onPointerLeave={(event) => event.pointerType !== 'touch' && setRow(undefined)}
      />
      {row !== undefined && chosen && (
        <>
          <rect
            className={styles.chosen}
            x={x(chosen.arrival)}
            width={Math.max(2, Math.min(x(chosen.finish), plot.right) - x(chosen.arrival))}
            y={y(row) - 1.5}
            height={y(row + 1) - y(row) + 1}
          />
          <g transform={`translate(0 ${sheetTop(y(row), plot.top, plot.bottom)})`}>
            <Readout
              at={Math.min(x(chosen.finish), plot.right)}
              title={chosen.title}
              readings={chosen.readings}
            />
          </g>
        </>
      )}
    </g>
  );
}

/** The sheet stands level with its bar, within the plot. */
const sheetTop = (bar: number, top: number, bottom: number) =>
  Math.max(0, Math.min(bar - top - sheetHeight / 2, bottom - top - sheetHeight - 8));

function readRequest({ arrival, start, finish }: Requests, row: number) {
  const came = arrival[row] ?? 0;
  const began = start[row] ?? came;
  const left = finish[row] ?? began;
  const reading = (label: string, value: number, text: string) => ({
    label,
    tone: 'sojourn' as const,
    y: value,
    text,
  });
  const readings = [
    reading('arrival', came, withUnit(formatNumber(came), 's')),
    reading('wait', began - came, formatDuration(began - came)),
    reading('service', left - began, formatDuration(left - began)),
    reading('sojourn', left - came, formatDuration(left - came)),
  ];
  const title = `request ${row + 1}`;
  const spoken = `${title}: ${readings.map(({ label, text }) => `${label} ${text}`).join(', ')}`;
  return { arrival: came, finish: left, title, readings, spoken };
}
