import type { TableData } from '../../../../engine/notebook/index.ts';
import { formatNumber } from '../../../chart/format.ts';
import { escapeHtml } from './escapeHtml.ts';

/** A table of a cell as HTML; whatever it holds stands there as text. */
export function tableHtml({ columns, rows, more }: TableData): string {
  const head = columns.map((name, column) => {
    const numeric = rows.length > 0 && rows.every((row) => typeof row[column] === 'number');
    return `<th scope="col"${numeric ? ' class="number"' : ''}>${escapeHtml(name)}</th>`;
  });
  const body = rows.map((row) => `<tr>${columns.map((_, column) => cellHtml(row[column])).join('')}</tr>`);
  const rest = more > 0 ? `<p>${moreRows(more)}</p>` : '';
  return `<table><thead><tr>${head.join('')}</tr></thead><tbody>${body.join('')}</tbody></table>${rest}`;
}

/** A table of a cell as text, a tab between its columns. */
export function tableText({ columns, rows, more }: TableData): string {
  const lines = [columns, ...rows.map((row) => columns.map((_, column) => cellText(row[column])))];
  const text = lines.map((line) => line.join('\t')).join('\n');
  return more > 0 ? `${text}\n${moreRows(more)}` : text;
}

type Cell = TableData['rows'][number][number] | undefined;

function cellHtml(cell: Cell): string {
  const numeric = typeof cell === 'number' ? ' class="number"' : '';
  return `<td${numeric}>${escapeHtml(cellText(cell))}</td>`;
}

function cellText(cell: Cell): string {
  if (cell === null || cell === undefined) return '';
  return typeof cell === 'number' ? formatNumber(cell, 6) : String(cell);
}

function moreRows(more: number): string {
  return `… ${more.toLocaleString('en')} more ${more === 1 ? 'row' : 'rows'}`;
}
