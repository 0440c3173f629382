import { powerOfTwo } from './bits.ts';
import { LN2_HIGH, LN2_LOW, log } from './log.ts';

const OVERFLOW = 709.782712893384;
const UNDERFLOW = -745.1332191019412;

/**
 * Exponential function from IEEE operations alone, so that every JavaScript engine returns the same bits.
 *
 * x = k·ln 2 + r with |r| ≤ ½·ln 2, r carried as high − low; e^r by its Taylor series to r¹³ (the next term is
 * below 4e-18), then a scaling by 2^k. Largest error about 1 ulp (tested against `Math.exp`).
 */
export function exp(x: number): number {
  if (Number.isNaN(x)) return x;
  if (x > OVERFLOW) return Infinity;
  if (x < UNDERFLOW) return 0;
  const k = Math.floor(x / Math.LN2 + 0.5);
  const high = x - k * LN2_HIGH;
  const low = k * LN2_LOW;
  const r = high - low;
  // e^r = 1 + r + r²·q; the rounding of r itself, (high − r) − low, goes back in first order.
  const value = 1 + (r + (r * r * taylor(r) + (high - r - low)));
  return scale(value, k);
}

/** q = 1/2! + r/3! + … + r¹¹/13!, even and odd powers apart so that the two chains run side by side. */
const taylor = (r: number): number => {
  const w = r * r;
  const even =
    1 / 2 + w * (1 / 24 + w * (1 / 720 + w * (1 / 40320 + w * (1 / 3628800 + w * (1 / 479001600)))));
  const odd =
    1 / 6 + w * (1 / 120 + w * (1 / 5040 + w * (1 / 362880 + w * (1 / 39916800 + w * (1 / 6227020800)))));
  return even + r * odd;
};

const scale = (value: number, k: number): number => {
  if (k > 1023) return value * powerOfTwo(1023) * powerOfTwo(k - 1023);
  if (k < -1021) return value * powerOfTwo(k + 54) * powerOfTwo(-54);
  return value * powerOfTwo(k);
};

/** e^x − 1 without the cancellation of `exp(x) − 1` near 0. */
export function expm1(x: number): number {
  if (x > -0.35 && x < 0.35) return x + x * x * taylor(x);
  return exp(x) - 1;
}

/** base^exponent for base ≥ 0; whole exponents up to 64 by repeated multiplication. Relative error ≲ |exponent·ln base| ulp. */
export function power(base: number, exponent: number): number {
  if (Number.isInteger(exponent) && Math.abs(exponent) <= 64) return wholePower(base, exponent);
  return exp(exponent * log(base)); // base 0 too: e^(∓∞)
}

const wholePower = (base: number, exponent: number): number => {
  let result = 1;
  let square = base;
  for (let left = Math.abs(exponent); left > 0; left = Math.floor(left / 2)) {
    if (left % 2 === 1) result *= square;
    square *= square;
  }
  return exponent < 0 ? 1 / result : result;
};
