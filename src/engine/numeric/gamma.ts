import { exp } from './exp.ts';
import { log } from './log.ts';

/**
 * ln Γ(x) for x > 0: Stirling's series at x ≥ 12, reached from below by Γ(x + 1) = x·Γ(x).
 * Absolute error about 1e-14 for x < 12, relative error about 1e-15 above.
 */
export function logGamma(x: number): number {
  if (!(x > 0)) return Number.NaN;
  let product = 1;
  let shifted = x;
  while (shifted < 12) product *= shifted++;
  const w = 1 / (shifted * shifted);
  const series =
    1 / 12 - w * (1 / 360 - w * (1 / 1260 - w * (1 / 1680 - w * (1 / 1188 - w * (691 / 360360 - w / 156)))));
  return (shifted - 0.5) * log(shifted) - shifted + HALF_LOG_TWO_PI + series / shifted - log(product);
}

const HALF_LOG_TWO_PI = 0.9189385332046727;

/**
 * Regularized incomplete gamma functions P(a, x) = γ(a, x)/Γ(a) and Q = 1 − P, for a > 0 and x ≥ 0. The smaller of the
 * two is computed directly (power series below a + 1, continued fraction above), so that neither loses its digits.
 */
export function incompleteGamma(a: number, x: number): { lower: number; upper: number } {
  if (!(a > 0) || !(x >= 0)) return { lower: Number.NaN, upper: Number.NaN };
  if (x === 0) return { lower: 0, upper: 1 };
  if (x === Infinity) return { lower: 1, upper: 0 };
  const weight = exp(a * log(x) - x - logGamma(a));
  if (x < a + 1) {
    const lower = weight * series(a, x);
    return { lower, upper: 1 - lower };
  }
  const upper = weight * continuedFraction(a, x);
  return { lower: 1 - upper, upper };
}

const series = (a: number, x: number): number => {
  let term = 1 / a;
  let total = term;
  for (let n = 1; term > total * 1e-17; n++) {
    term *= x / (a + n);
    total += term;
  }
  return total;
};

/** Lentz's method on 1/(x + 1 − a − 1·(1 − a)/(x + 3 − a − …)). */
const continuedFraction = (a: number, x: number): number => {
  let b = x + 1 - a;
  let c = Infinity;
  let d = 1 / b;
  let value = d;
  for (let n = 1; n < 100_000; n++) {
    const term = -n * (n - a);
    b += 2;
    d = 1 / (term * d + b);
    c = b + term / c;
    value *= d * c;
    if (Math.abs(d * c - 1) < 1e-16) break;
  }
  return value;
};
