import { useChart } from '../chart/index.ts';
import { Readout } from '../chart/Readout.tsx';
import type { Requests } from './model.ts';
import { readRequest } from './readRequest.ts';
import styles from './View.module.css';

/** Room that the sheet with five lines takes, px. */
const sheetHeight = 104;

/** What one request lived through, on a small sheet level with its bar. */
export function RequestSheet({ requests, row }: { requests: Requests; row: number }) {
  const { x, y, plot } = useChart();
  const { arrival, finish, title, readings } = readRequest(requests, row);
  const end = Math.min(x(finish), plot.right);
  const top = Math.max(0, Math.min(y(row) - plot.top - sheetHeight / 2, plot.height - sheetHeight - 8));
  return (
    <g className={styles.reading} data-export="skip">
      <rect
        className={styles.chosen}
        x={x(arrival)}
        width={Math.max(2, end - x(arrival))}
        y={y(row) - 1.5}
        height={y(row + 1) - y(row) + 1}
      />
      <g transform={`translate(0 ${top})`}>
        <Readout at={end} title={title} readings={readings} />
      </g>
    </g>
  );
}
