import { add, type Complex, complex, divide, exponentialOf, multiply, times } from '../../numeric/complex.ts';
import { requireNonNegative } from '../../numeric/require.ts';
import { type Law, lawOf } from '../law.ts';

/**
 * Uniform on (min, max): mean (min + max)/2, variance (max − min)²/12. Needs 0 ≤ min < max.
 *
 * @example
 * random.uniform({ min: 0, max: 2.5 }).scv;
 */
export function uniform({ min, max }: { min: number; max: number }): Law {
  requireNonNegative('min', min);
  requireNonNegative('max', max);
  if (max <= min) throw new RangeError(`max must be > min = ${min}, got ${max}`);
  const mean = (min + max) / 2;
  const width = max - min;
  const scv = (width * width) / 12 / (mean * mean);
  return lawOf({
    name: 'uniform',
    parameters: { min, max },
    mean,
    scv,
    cdf: (x) => Math.min(1, Math.max(0, (x - min) / width)),
    transform: (s) => multiply(exponentialOf(times(s, -mean)), spread(times(s, width / 2))),
    sample: (stream) => min + width * stream.uniform(),
  });
}

/** sinh(z)/z, the transform of a uniform law on (−1, 1); by its series near 0, where the quotient loses its digits. */
const spread = (z: Complex): Complex => {
  const square = multiply(z, z);
  if (z.re * z.re + z.im * z.im < 0.01) {
    return add(
      complex(1),
      multiply(square, add(complex(1 / 6), multiply(square, add(complex(1 / 120), times(square, 1 / 5040))))),
    );
  }
  return divide(add(exponentialOf(z), times(exponentialOf(times(z, -1)), -1)), times(z, 2));
};
