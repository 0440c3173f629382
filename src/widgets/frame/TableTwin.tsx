import { formatNumber } from '../chart/index.ts';
import type { TableData } from './defineWidget.ts';
import styles from './WidgetFrame.module.css';

const shown = 200;

/** The data behind the picture. Long tables show their first rows; the CSV export holds all of them. */
export default function TableTwin({ table }: { table: TableData }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
    <section className={styles.table} aria-label={table.caption} tabIndex={0}>
      <table>
        <caption>
          {table.caption}
          {table.rows.length > shown &&
            ` (first ${shown} of ${table.rows.length} rows; the CSV export has all)`}
        </caption>
        <thead>
          <tr>
            {table.columns.map(({ name, unit }) => (
              <th key={name} scope="col">
                {name}
                {unit && <span className={styles.unit}>{` (${unit})`}</span>}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {table.rows.slice(0, shown).map((row, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a row is its place; rows carry no identity
            <tr key={index}>
              {row.map((cell, column) => (
                <td key={table.columns[column]?.name ?? column}>
                  {typeof cell === 'number' ? formatNumber(cell, 5) : cell}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
