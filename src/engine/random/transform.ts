import type { Complex } from '../numeric/complex.ts';
import { exp } from '../numeric/exp.ts';
import { cosine, sine } from '../numeric/sine.ts';
import { sum } from '../numeric/sum.ts';

/** A Laplace–Stieltjes transform, s ↦ E[e^(−sX)], for Re s ≥ 0. */
export type Transform = (s: Complex) => Complex;

/** The transform of a law that lives on points: Σ weights[i]·e^(−s·values[i]). */
export function transformOfPoints(values: Float64Array, weights: Float64Array): Transform {
  return ({ re, im }) => {
    let real = 0;
    let imaginary = 0;
    for (let i = 0; i < values.length; i++) {
      const value = values[i] ?? 0;
      if (re * value > 40) continue; // below the last digit of the sum, and its angle would only cost time
      const size = (weights[i] ?? 0) * exp(-re * value);
      real += size * cosine(im * value);
      imaginary -= size * sine(im * value);
    }
    return { re: real, im: imaginary };
  };
}

/**
 * The transform of a smooth law, X = value(z) for z with density ∝ density(z) on the whole line, by the trapezoidal
 * rule: for functions that are analytic and vanish at both ends its error falls faster than any power of the step.
 */
export function transformByTrapezoid(
  value: (z: number) => number,
  density: (z: number) => number,
  [from, to]: readonly [number, number],
): Transform {
  const count = 2400;
  const step = (to - from) / count;
  let made: Transform | undefined; // on first use: most laws are only drawn from
  const make = (): Transform => {
    const places = Float64Array.from({ length: count + 1 }, (_, i) => from + i * step);
    const weights = places.map(density);
    const total = sum(weights);
    return transformOfPoints(
      places.map(value),
      weights.map((weight) => weight / total),
    );
  };
  return (s) => {
    made ??= make();
    return made(s);
  };
}

/** Standard normal density, up to its constant. */
export const bell = (z: number): number => exp((-z * z) / 2);
