import { at } from '../random/at.ts';
import { exp } from './exp.ts';
import { logGamma } from './gamma.ts';
import { log, log1p } from './log.ts';

/**
 * P(K ≥ x) for Kolmogorov's limit law, 2Σ(−1)^(k−1)·e^(−2k²x²); below 0.8 by the theta function's other form, which
 * converges there. Source: Kolmogorov 1933; Marsaglia, Tsang & Wang 2003.
 */
export function kolmogorovUpper(x: number): number {
  if (!(x > 0)) return Number.isNaN(x) ? x : 1;
  if (x < 0.8) return 1 - lowerSeries(x);
  let total = 0;
  for (let k = 1; k < 20; k++) total += (k % 2 === 1 ? 2 : -2) * exp(-2 * k * k * x * x);
  return Math.min(1, total);
}

const lowerSeries = (x: number): number => {
  let total = 0;
  for (let k = 1; k < 20; k += 2) total += exp((-k * k * Math.PI * Math.PI) / (8 * x * x));
  return (2.5066282746310002 / x) * total;
};

/**
 * P(Dₙ ≥ d) for the one-sample, two-sided Kolmogorov–Smirnov statistic of n values. For n ≤ 1000 exact: Birnbaum &
 * Tingey's sum far out, Marsaglia, Tsang & Wang's matrix elsewhere. For more values Pelz & Good's expansion (absolute error
 * below 3e-6) and, far out, the same sum up to n = 20,000 and e^(−(6nd + 1)²/(18n)) beyond (relative error of order 1/n).
 */
export function kolmogorovSmirnovUpper(d: number, n: number): number {
  if (Number.isNaN(d)) return d;
  if (d >= 1) return 0;
  if (2 * n * d <= 1) return 1;
  const x = d * Math.sqrt(n);
  if (d >= 0.5 || x >= 2) return Math.min(1, 2 * oneSidedUpper(d, n)); // both sides at once: relative 4e-11 at x = 2
  const lower = n <= 1000 ? matrixCdf(d, n) : expansion(x, n);
  return Math.min(1, Math.max(0, 1 - lower));
}

/** Pelz & Good (1976): K₀(x) + K₁(x)/√n + K₂(x)/n, in the form of Simard & L'Ecuyer 2011. */
const expansion = (x: number, n: number): number => {
  const w = x * x;
  let [first, second, third] = [0, 0, 0];
  for (let k = 0; k < 20; k++) {
    const h = Math.PI * Math.PI * (k + 0.5) * (k + 0.5);
    const weight = 2 * exp(-h / (2 * w)); // k and −k − 1 together
    first += weight * (h - w);
    second += weight * (6 * w * w * w + 2 * w * w + h * (2 * w * w - 5 * w) + h * h * (1 - 2 * w));
    const whole = Math.PI * Math.PI * k * k;
    third += 2 * whole * exp(-whole / (2 * w));
  }
  const root = 1.2533141373155003; // √(π/2)
  const k1 = (root * first) / (6 * w * w);
  const k2 = (root * second) / (72 * w * w * w * x) - (root * third) / (36 * w * x);
  return lowerSeries(x) + k1 / Math.sqrt(n) + k2 / n;
};

/** P(Dₙ⁺ ≥ d) = d·Σⱼ C(n, j)·(d + j/n)^(j−1)·(1 − d − j/n)^(n−j), all terms positive. */
const oneSidedUpper = (d: number, n: number): number => {
  if (n > 20_000) return exp((-(6 * n * d + 1) * (6 * n * d + 1)) / (18 * n));
  let total = 0;
  for (let j = 0; j / n <= 1 - d; j++) {
    const rest = 1 - d - j / n;
    if (rest <= 0) continue; // only where the last term is 0
    const ways = logGamma(n + 1) - logGamma(j + 1) - logGamma(n - j + 1);
    total += exp(ways + (j - 1) * log(d + j / n) + (n - j) * log1p(-(d + j / n)));
  }
  return d * total;
};

/** n!/nⁿ times the middle entry of the n-th power of a band matrix (Marsaglia, Tsang & Wang 2003). */
const matrixCdf = (d: number, n: number): number => {
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
};

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
