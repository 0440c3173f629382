import { exp } from '../numeric/exp.ts';
import { add, type Complex, complex, exponentialOf, times } from './complex.ts';

/** A Laplace–Stieltjes transform, s ↦ E[e^(−sX)], for Re s ≥ 0. */
export type Transform = (s: Complex) => Complex;

/** One value of the law and its share: the law, made of points. */
export interface WeightedValue {
  readonly value: number;
  readonly weight: number;
}

/** The transform of a law that lives on points: Σ wᵢ·e^(−s·xᵢ). */
export function transformOfPoints(points: readonly WeightedValue[]): Transform {
  return (s) => {
    let total = complex(0);
    for (const { value, weight } of points) {
      // far out the kernel is below the last digit of the sum, and its angle would only cost time
      if (s.re * value < 45) total = add(total, times(exponentialOf(times(s, -value)), weight));
    }
    return total;
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
  const count = 1200;
  const step = (to - from) / count;
  let made: Transform | undefined; // on first use: most laws are only drawn from
  const make = (): Transform => {
    const points = Array.from({ length: count + 1 }, (_, i) => {
      const z = from + i * step;
      return { value: value(z), weight: density(z) };
    });
    const total = points.reduce((sum, { weight }) => sum + weight, 0);
    return transformOfPoints(points.map((point) => ({ value: point.value, weight: point.weight / total })));
  };
  return (s) => {
    made ??= make();
    return made(s);
  };
}

/** Standard normal density, up to its constant. */
export const bell = (z: number): number => exp((-z * z) / 2);
