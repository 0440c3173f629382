/** Ways to give points: `[[x, y], …]`, `[{ x, y }, …]`, or columns `{ x: […], y: […] }`. */
export type PointsInput =
  | ArrayLike<ArrayLike<number> | { readonly x: number; readonly y: number }>
  | { readonly x: ArrayLike<number>; readonly y: ArrayLike<number> };

/**
 * Points as rows of `widths` numbers each. Rows with a number that is not finite cannot be drawn and are left out: they
 * are gaps. Throws a TypeError that says which row is no point.
 */
export function readPoints(what: string, input: unknown, widths: readonly number[]): number[][] {
  const rows = isColumns(input) ? columns(input) : rowsOf(what, input);
  const read = rows.map((row, index) => readRow(`${what}: point ${index}`, row, widths));
  return read.filter((row) => row.every(Number.isFinite));
}

const isColumns = (input: unknown): input is { x: ArrayLike<number>; y: ArrayLike<number> } =>
  typeof input === 'object' &&
  input !== null &&
  'x' in input &&
  'y' in input &&
  isList(input.x) &&
  isList(input.y);

const isList = (value: unknown): value is ArrayLike<unknown> =>
  typeof value === 'object' && value !== null && 'length' in value && typeof value.length === 'number';

const columns = ({ x, y }: { x: ArrayLike<number>; y: ArrayLike<number> }): unknown[] => {
  if (x.length !== y.length)
    throw new RangeError(`x and y must have the same length, got ${x.length} and ${y.length}`);
  return Array.from(x, (value, index) => [value, y[index]]);
};

function rowsOf(what: string, input: unknown): unknown[] {
  if (isList(input)) return Array.from(input);
  throw new TypeError(`${what} takes points as [x, y] or { x, y }, or as columns { x: […], y: […] }`);
}

function readRow(what: string, row: unknown, widths: readonly number[]): number[] {
  const numbers = isList(row) ? Array.from(row) : fields(row);
  if (!numbers || !widths.includes(numbers.length))
    throw new TypeError(`${what} must be ${widths.map((width) => names[width]).join(' or ')}`);
  return numbers.map((value) =>
    typeof value === 'bigint' ? Number(value) : typeof value === 'number' ? value : Number.NaN,
  );
}

const fields = (row: unknown) =>
  typeof row === 'object' && row !== null && 'x' in row && 'y' in row ? [row.x, row.y] : undefined;

const names: Readonly<Record<number, string>> = {
  2: '[x, y]',
  3: '[x, low, high]',
  4: '[x, y, low, high]',
};
