import { useState } from 'react';
import type { TableData } from '../../../engine/notebook/index.ts';
import { formatNumber } from '../../chart/index.ts';
import { Button, ScrollBox } from '../../controls/index.ts';
import styles from './outputs.module.css';

/** Rows drawn at first, and with each press of the button. */
const first = 50;
const further = 200;

interface Props {
  readonly table: TableData;
  readonly label: string;
}

/** Rows and columns of a cell. The head stays while rows scroll; columns of numbers stand on the right. */
export function OutputTable({ table: { columns, rows, more }, label }: Props) {
  const [shown, setShown] = useState(first);
  const numeric = columns.map((_, column) => isNumeric(rows, column));
  const hidden = Math.max(0, rows.length - shown);
  return (
    <div className={styles.tabular}>
      <ScrollBox label={label} className={styles.tableBox}>
        <table className={styles.table}>
          <thead>
            <tr>
              {columns.map((name, column) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: two columns may have one name
                <th key={column} scope="col" data-numeric={numeric[column]}>
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.slice(0, shown).map((row, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: rows have no name but their place
              <tr key={index}>
                {columns.map((_, column) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: two columns may have one name
                  <td key={column} data-numeric={numeric[column]}>
                    {cellText(row[column])}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollBox>
      {hidden > 0 && (
        <Button kind="quiet" className={styles.fold} onClick={() => setShown(shown + further)}>
          {hidden > further ? `Show ${further} of ${hidden} more rows` : `Show ${hidden} more rows`}
        </Button>
      )}
      {rows.length === 0 && <p className={styles.note}>No rows.</p>}
      {more > 0 && hidden === 0 && (
        <p className={styles.note}>
          {formatNumber(more, 12)} more {more === 1 ? 'row' : 'rows'} not kept
        </p>
      )}
    </div>
  );
}

type Cell = TableData['rows'][number][number];

function isNumeric(rows: TableData['rows'], column: number): boolean {
  const cells = rows.map((row) => row[column]).filter((cell) => cell !== null && cell !== undefined);
  return cells.length > 0 && cells.every((cell) => typeof cell === 'number');
}

function cellText(cell: Cell | undefined): string {
  if (cell === null || cell === undefined) return '';
  return typeof cell === 'number' ? formatNumber(cell, 6) : String(cell);
}
