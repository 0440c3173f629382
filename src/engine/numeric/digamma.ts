import { log } from './log.ts';

/**
 * ψ(x) = d ln Γ(x)/dx for x > 0: the asymptotic series at x ≥ 12, reached from below by ψ(x + 1) = ψ(x) + 1/x.
 * Absolute error about 1e-14 near its root 1.4616, relative error about 1e-15 elsewhere; NaN for x ≤ 0.
 * Source: Abramowitz & Stegun 6.3.18.
 */
export function digamma(x: number): number {
  if (!(x > 0)) return Number.NaN;
  let below = 0;
  let shifted = x;
  while (shifted < 12) below += 1 / shifted++;
  const w = 1 / (shifted * shifted);
  const series =
    w * (1 / 12 - w * (1 / 120 - w * (1 / 252 - w * (1 / 240 - w * (1 / 132 - w * (691 / 32760 - w / 12))))));
  return log(shifted) - 1 / (2 * shifted) - series - below;
}
