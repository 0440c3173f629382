import { expm1 } from '../numeric/exp.ts';
import { requireFraction } from '../numeric/require.ts';
import { scoreOf } from './hypotheses.ts';
import { sprt } from './sprt.ts';

export interface SprtCharacteristic {
  /** Chance to decide for the null hypothesis when the true failure rate is p. */
  acceptNull: number;
  /** Mean number of values until it decides. */
  meanCount: number;
}

/**
 * Wald's approximation of how a Bernoulli SPRT behaves when the true rate is p: with h the root of
 * p·(p₁/p₀)^h + (1 − p)·((1 − p₁)/(1 − p₀))^h = 1, L = (A^h − 1)/(A^h − B^h). Ignores the overshoot, so that the true error
 * rates are a little lower and the true run a little longer.
 *
 * @example
 * release.sprtCharacteristic({ p0: 0.01, p1: 0.03 }, 0.01);
 */
export function sprtCharacteristic(
  { p0, p1, alpha = 0.05, beta = 0.05 }: { p0: number; p1: number; alpha?: number; beta?: number },
  p: number,
): SprtCharacteristic {
  requireFraction('p', p);
  const { lower, upper } = sprt({ p0, p1, alpha, beta });
  const score = scoreOf({ p0, p1 });
  const [failure, success] = [score(1), score(0)];
  const drift = p * failure + (1 - p) * success;
  if (Math.abs(drift) < 1e-9 * (Math.abs(failure) + Math.abs(success))) {
    const square = p * failure * failure + (1 - p) * success * success;
    return { acceptNull: upper / (upper - lower), meanCount: (-lower * upper) / square };
  }
  const h = exponentRoot(p, failure, success, drift);
  const [top, bottom] = [expm1(h * upper), expm1(h * lower)];
  const acceptNull = top === Infinity ? 1 : top / (top - bottom);
  return { acceptNull, meanCount: (acceptNull * lower + (1 - acceptNull) * upper) / drift };
}

/** The root h ≠ 0 of E e^(h·score) = 1, a convex function of h: it lies on the side that the drift points away from. */
const exponentRoot = (p: number, failure: number, success: number, drift: number): number => {
  const excess = (h: number): number => p * expm1(h * failure) + (1 - p) * expm1(h * success);
  const side = drift < 0 ? 1 : -1;
  let far = side;
  while (excess(far) < 0 && Math.abs(far) < 1e6) far *= 2;
  let near = far;
  while (excess(near) > 0) near /= 2;
  for (let i = 0; i < 200; i++) {
    const middle = (near + far) / 2;
    if (excess(middle) > 0) far = middle;
    else near = middle;
  }
  return far;
};
