import { at } from '../numeric/at.ts';
/** A square matrix, row after row. */
export interface Matrix {
  readonly size: number;
  readonly values: Float64Array;
}

/** From a rule for each entry. */
export function matrix(size: number, entry: (row: number, column: number) => number): Matrix {
  const values = Float64Array.from({ length: size * size }, (_, i) => entry(Math.floor(i / size), i % size));
  return { size, values };
}

export const identity = (size: number): Matrix => matrix(size, (row, column) => (row === column ? 1 : 0));

export const plus = (a: Matrix, b: Matrix): Matrix => ({
  size: a.size,
  values: a.values.map((x, i) => x + at(b.values, i)),
});

export const minus = (a: Matrix, b: Matrix): Matrix => ({
  size: a.size,
  values: a.values.map((x, i) => x - at(b.values, i)),
});

export function product(a: Matrix, b: Matrix): Matrix {
  const { size } = a;
  const values = new Float64Array(size * size);
  for (let i = 0; i < size; i++) {
    for (let k = 0; k < size; k++) {
      const factor = at(a.values, i * size + k);
      if (factor === 0) continue;
      for (let j = 0; j < size; j++) {
        const place = i * size + j;
        values[place] = (values[place] ?? 0) + factor * (b.values[k * size + j] ?? 0);
      }
    }
  }
  return { size, values };
}

/** row · a. */
export function rowTimes(row: Float64Array, a: Matrix): Float64Array {
  const result = new Float64Array(a.size);
  row.forEach((factor, i) => {
    for (let j = 0; j < a.size; j++) {
      result[j] = at(result, j) + factor * at(a.values, i * a.size + j);
    }
  });
  return result;
}

/** a⁻¹, by Gauss and Jordan with the largest pivot of each column. Throws RangeError for a singular matrix. */
export function inverse(a: Matrix): Matrix {
  const { size } = a;
  const left = a.values.slice();
  const right = identity(size).values.slice();
  for (let column = 0; column < size; column++) {
    let pivot = column;
    for (let row = column + 1; row < size; row++) {
      const rowSize = Math.abs(at(left, row * size + column));
      if (rowSize > Math.abs(at(left, pivot * size + column))) pivot = row;
    }
    const scale = at(left, pivot * size + column);
    if (scale === 0) throw new RangeError('the matrix is singular: its equations have no single solution');
    for (const half of [left, right]) {
      swapRows(half, size, pivot, column);
      for (let j = 0; j < size; j++) half[column * size + j] = at(half, column * size + j) / scale;
    }
    for (let row = 0; row < size; row++) {
      const factor = at(left, row * size + column);
      if (row === column || factor === 0) continue;
      for (const half of [left, right]) {
        for (let j = 0; j < size; j++) {
          half[row * size + j] = at(half, row * size + j) - factor * at(half, column * size + j);
        }
      }
    }
  }
  return { size, values: right };
}

const swapRows = (values: Float64Array, size: number, a: number, b: number): void => {
  if (a === b) return;
  const row = values.slice(a * size, (a + 1) * size);
  values.copyWithin(a * size, b * size, (b + 1) * size);
  values.set(row, b * size);
};
