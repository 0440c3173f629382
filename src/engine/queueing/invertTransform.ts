import { at } from '../numeric/at.ts';
import { powerOfTwo } from '../numeric/bits.ts';
import { complex } from '../numeric/complex.ts';
import { exp } from '../numeric/exp.ts';
import type { Transform } from '../random/transform.ts';

/** e^(−ACCURACY) is the relative discretization error, e^(ACCURACY/2) the factor by which rounding errors grow. */
const ACCURACY = 24;
const TERMS = 40;
const AVERAGED = 14;

/** Binomial weights of the last partial sums (Euler summation). */
const weights = (() => {
  const row = [1];
  for (let k = 1; k <= AVERAGED; k++) row.push((at(row, k - 1) * (AVERAGED - k + 1)) / k);
  return row.map((weight) => weight / powerOfTwo(AVERAGED));
})();

/**
 * f(t) for t > 0 from its Laplace transform ∫ e^(−st) f(t) dt, by Abate and Whitt's Euler method: the Bromwich integral
 * by the trapezoidal rule, its alternating series summed with binomial averages. For bounded smooth f the error is about
 * 1e-10; where f has a jump or a corner it is larger nearby. Source: Abate & Whitt 1995, Numerical inversion of Laplace
 * transforms of probability distributions.
 */
export function invertTransform(transform: Transform, t: number): number {
  const termOf = (k: number) => transform(complex(ACCURACY / (2 * t), (k * Math.PI) / t)).re;
  let partial = termOf(0) / 2;
  let total = 0;
  for (let k = 1; k <= TERMS + AVERAGED; k++) {
    partial += (k % 2 === 1 ? -1 : 1) * termOf(k);
    if (k >= TERMS) total += at(weights, k - TERMS) * partial;
  }
  return (exp(ACCURACY / 2) / t) * total;
}
