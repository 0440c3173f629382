import { limits, type TableData } from '../../../../engine/notebook/index.ts';
import { printedLine } from './printed.ts';

/** A table from columns and rows, or from objects. Throws a TypeError that says what it takes. */
export function tableOf(first: unknown, rows: unknown): TableData {
  if (!isList(first)) throw new TypeError('table takes (columns, rows), or an array of objects');
  return rows === undefined ? fromObjects(Array.from(first)) : fromRows(Array.from(first, String), rows);
}

const isList = (value: unknown): value is ArrayLike<unknown> =>
  typeof value === 'object' && value !== null && 'length' in value && typeof value.length === 'number';

function fromRows(columns: readonly string[], rows: unknown): TableData {
  if (!isList(rows)) throw new TypeError('the rows of a table are an array of arrays');
  const read = Array.from({ length: Math.min(rows.length, limits.tableRows) }, (_, index) => {
    const row = rows[index];
    if (!isList(row)) throw new TypeError(`row ${index} of the table must be an array`);
    return Array.from(row);
  });
  return cut(columns, read, rows.length);
}

function fromObjects(objects: readonly unknown[]): TableData {
  const [first] = objects;
  if (typeof first !== 'object' || first === null)
    throw new TypeError('table takes (columns, rows), or an array of objects that is not empty');
  const columns = Object.keys(first);
  const shown = objects.slice(0, limits.tableRows);
  const read = shown.map((object) =>
    columns.map((column) =>
      typeof object === 'object' && object !== null ? Reflect.get(object, column) : null,
    ),
  );
  return cut(columns, read, objects.length);
}

function cut(columns: readonly string[], rows: readonly unknown[][], total: number): TableData {
  if (columns.length === 0) throw new TypeError('a table needs a column');
  if (columns.length > limits.tableColumns)
    throw new RangeError(`a table takes ${limits.tableColumns} columns, got ${columns.length}`);
  return {
    columns: columns.map((column) => column.slice(0, limits.string)),
    rows: rows.map((row) => columns.map((_, index) => cellOf(row[index]))),
    more: total - rows.length,
  };
}

const cellOf = (value: unknown): TableData['rows'][number][number] => {
  if (value === undefined || value === null) return null;
  if (typeof value === 'number' || typeof value === 'boolean') return value;
  return printedLine([value]).slice(0, limits.string);
};
