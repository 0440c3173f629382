import { highWord, powerOfTwo } from './bits.ts';

/** ln 2 in two parts: the first has 32 significant bits, so that its product with an exponent is exact. */
export const LN2_HIGH = 0.6931471803691238;
export const LN2_LOW = 1.9082149292705877e-10;

const TWO_54 = 18014398509481984;

/** High word of √½: mantissas are taken from [√½, √2), where the series converges fastest. */
const SQRT_HALF_HIGH = 0x3fe6a09e;

/**
 * Natural logarithm from IEEE operations alone, so that every JavaScript engine returns the same bits
 * (`Math.log` may differ in the last digit).
 *
 * x = 2^k·m with m in [√½, √2); with f = m − 1 and s = f/(2 + f), ln m = 2·artanh(s) = 2s + 2s³/3 + 2s⁵/5 + …
 * where |s| ≤ 0.172 makes eleven terms enough. Since 2s = f − s·f, the sum is taken as f − s·(f − r): the big
 * part, f, is exact. Largest error about 1 ulp (tested against `Math.log`).
 *
 * log(0) = −Infinity, log(negative) = NaN, log(Infinity) = Infinity.
 */
export function log(x: number): number {
  if (!(x > 0)) return x === 0 ? -Infinity : Number.NaN;
  if (x === Infinity) return x;
  if (x < 2.2250738585072014e-308) return log(x * TWO_54) - 54 * LN2_HIGH - 54 * LN2_LOW;
  if (x > 2.2471164185778949e307) return log(x / 4) + 2 * LN2_HIGH + 2 * LN2_LOW;
  const exponent = ((highWord(x) + (0x3ff00000 - SQRT_HALF_HIGH)) >> 20) - 1023;
  const f = x * powerOfTwo(-exponent) - 1;
  const s = f / (2 + f);
  const z = s * s;
  const half = 0.5 * f * f;
  // f − f²/2 + s·(f²/2 + r) is the same sum again, better conditioned on both sides of m = 1.
  return exponent * LN2_HIGH - (half - (s * (half + remainder(z)) + exponent * LN2_LOW) - f);
}

/** r = 2z/3 + 2z²/5 + … + 2z¹¹/23, even and odd powers apart so that the two chains run side by side. */
const remainder = (z: number): number => {
  const w = z * z;
  const odd = 2 / 3 + w * (2 / 7 + w * (2 / 11 + w * (2 / 15 + w * (2 / 19 + w * (2 / 23)))));
  const even = 2 / 5 + w * (2 / 9 + w * (2 / 13 + w * (2 / 17 + w * (2 / 21))));
  return z * odd + w * even;
};

/** ln(1 + x) without the cancellation of `log(1 + x)` near 0 (Kahan's correction). */
export function log1p(x: number): number {
  const sum = 1 + x;
  if (sum === 1) return x;
  if (!(sum > 0) || sum === Infinity) return log(sum);
  return log(sum) - (sum - 1 - x) / sum;
}
