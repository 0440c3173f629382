import { at } from './at.ts';

/**
 * P(Dₙ < d), exact: n!/nⁿ times the middle entry of the n-th power of a band matrix. The work grows with (nd)³·log n.
 * Source: Marsaglia, Tsang & Wang 2003.
 */
export function marsagliaCdf(d: number, n: number): number {
  const k = Math.floor(n * d) + 1;
  const size = 2 * k - 1;
  const h = k - n * d;
  const matrix = bandMatrix(size, h);
  const { entries, exponent } = power(matrix, size, n);
  let value = at(entries, (k - 1) * size + k - 1);
  let scale = exponent;
  for (let i = 1; i <= n; i++) {
    value = (value * i) / n;
    if (value < 1e-140) {
      value *= 1e140;
      scale -= 140;
    }
  }
  for (; scale > 0; scale--) value *= 10;
  for (; scale < 0; scale++) value /= 10;
  return value;
}

const bandMatrix = (size: number, h: number): Float64Array => {
  const matrix = new Float64Array(size * size);
  const entry = (i: number, j: number): number => at(matrix, i * size + j);
  for (let i = 0; i < size; i++)
    for (let j = 0; j <= Math.min(i + 1, size - 1); j++) matrix[i * size + j] = 1;
  let left = 1;
  for (let i = 0; i < size; i++) {
    left *= h; // h^(i + 1)
    matrix[i * size] = entry(i, 0) - left;
    let right = 1;
    for (let e = 0; e < size - i; e++) right *= h;
    matrix[(size - 1) * size + i] = entry(size - 1, i) - right;
  }
  if (2 * h > 1) {
    let corner = 1;
    for (let e = 0; e < size; e++) corner *= 2 * h - 1;
    matrix[(size - 1) * size] = entry(size - 1, 0) + corner;
  }
  let factorial = 1;
  for (let distance = 1; distance <= size; distance++) {
    factorial *= distance;
    for (let i = distance - 1; i < size; i++)
      matrix[i * size + i - distance + 1] = entry(i, i - distance + 1) / factorial;
  }
  return matrix;
};

interface Scaled {
  entries: Float64Array;
  /** The entries stand for entries·10^exponent. */
  exponent: number;
}

const power = (matrix: Float64Array, size: number, n: number): Scaled => {
  if (n === 1) return { entries: matrix, exponent: 0 };
  const half = power(matrix, size, Math.floor(n / 2));
  let entries = product(half.entries, half.entries, size);
  let exponent = 2 * half.exponent;
  if (n % 2 === 1) entries = product(matrix, entries, size);
  const middle = (size - 1) / 2;
  if (at(entries, middle * size + middle) > 1e140) {
    entries = entries.map((entry) => entry * 1e-140);
    exponent += 140;
  }
  return { entries, exponent };
};

const product = (a: Float64Array, b: Float64Array, size: number): Float64Array => {
  const out = new Float64Array(size * size);
  for (let i = 0; i < size; i++)
    for (let k = 0; k < size; k++) {
      const factor = at(a, i * size + k);
      if (factor === 0) continue;
      for (let j = 0; j < size; j++)
        out[i * size + j] = (out[i * size + j] ?? 0) + factor * (b[k * size + j] ?? 0);
    }
  return out;
};
