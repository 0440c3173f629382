import { exp } from './exp.ts';
import { logGamma } from './gamma.ts';
import { log, log1p } from './log.ts';
import { marsagliaCdf } from './marsaglia.ts';

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
  const lower = n <= 1000 ? marsagliaCdf(d, n) : expansion(x, n);
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
