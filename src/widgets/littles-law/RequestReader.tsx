import type { KeyboardEvent, PointerEvent } from 'react';
import { useChart } from '../chart/index.ts';
import { pointerIn } from '../chart/pointer.ts';
import { adjust, type Intent, intentOfKey } from '../controls/adjust.ts';
import type { Requests } from './model.ts';
import { readRequest } from './readRequest.ts';
import styles from './View.module.css';

interface Props {
  requests: Requests;
  row: number | undefined;
  onRow: (row: number | undefined) => void;
}

/** Chooses one request to read: by pointing at its row, or by focusing the picture and pressing arrow keys. */
export function RequestReader({ requests, row, onRow }: Props) {
  const frame = useChart();
  const { y, plot } = frame;
  const last = requests.arrival.length - 1;
  if (last < 0) return null;

  const hover = (event: PointerEvent) => {
    const at = Math.floor(y.invert(pointerIn(frame, event).y));
    onRow(Math.min(last, Math.max(0, at)));
  };
  const key = (event: KeyboardEvent) => {
    if (event.key === 'Escape') onRow(undefined);
    const intent = intentOfKey(event);
    if (!intent) return;
    event.preventDefault();
    const along = event.key === 'ArrowUp' || event.key === 'ArrowDown' ? turned(intent) : intent;
    onRow(adjust(row ?? -1, along, { min: 0, max: last, step: 1, scale: 'linear', whole: true }));
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
      aria-valuetext={
        row === undefined ? 'not placed; press an arrow key' : readRequest(requests, row).spoken
      }
      onKeyDown={key}
      onBlur={() => onRow(undefined)}
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
        onPointerLeave={(event) => event.pointerType !== 'touch' && onRow(undefined)}
      />
    </g>
  );
}

/** Later requests stand lower, so Down is forward here, as Right is. */
function turned(intent: Intent): Intent {
  if (intent.type !== 'nudge') return intent;
  return { ...intent, direction: intent.direction === 1 ? -1 : 1 };
}
