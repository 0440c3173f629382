import { exp } from './exp.ts';

/**
 * P(A² > z) for the limit law of the Anderson–Darling statistic of a fully specified distribution, the law of
 * Σ Z_j²/(j(j + 1)) of independent normal Z_j. Series of integrals
 *   F(z) = √(2π)/z · Σ_j C(−½, j)·(4j + 1)·e^(−t_j)·∫₀^∞ e^(z/(8(w² + 1)) − t_j·w²) dw,  t_j = (4j + 1)²π²/(8z),
 * each by the trapezoid rule, which converges faster than any power of the step. Absolute error about 1e-12.
 * Source: Anderson & Darling 1954; G. and J. Marsaglia 2004, Evaluating the Anderson–Darling distribution.
 */
export function andersonDarlingUpper(z: number): number {
  if (!(z > 0)) return Number.isNaN(z) ? z : 1;
  if (z > 40) return 0; // below 1e-18, where 1 − F has no digit left
  let [sum, binomial] = [0, 1];
  for (let j = 0; ; j++) {
    const odd = 4 * j + 1;
    const t = (odd * odd * Math.PI * Math.PI) / (8 * z);
    if (t > 60) break;
    sum += binomial * odd * integral(z, t);
    binomial *= -(j + 0.5) / (j + 1);
  }
  return Math.min(1, Math.max(0, 1 - (SQRT_TWO_PI / z) * sum));
}

const SQRT_TWO_PI = 2.5066282746310002;
const STEP = 1 / 16;

/** e^(−t)·∫₀^∞ e^(z/(8(w² + 1)) − t·w²) dw. */
const integral = (z: number, t: number): number => {
  const end = Math.sqrt(45 / t);
  let total = exp(z / 8 - t) / 2;
  for (let i = 1; i * STEP < end; i++) {
    const square = i * STEP * (i * STEP);
    total += exp(z / (8 * (square + 1)) - t * (square + 1));
  }
  return total * STEP;
};
