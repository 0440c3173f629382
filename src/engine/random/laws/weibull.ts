import { exp, power } from '../../numeric/exp.ts';
import { logGamma } from '../../numeric/gamma.ts';
import { requirePositive } from '../../numeric/require.ts';
import { type Law, lawOf } from '../law.ts';
import { transformByTrapezoid } from '../transform.ts';

/**
 * Weibull law by shape and scale: P(X > x) = e^(−(x/scale)^shape); mean scale·Γ(1 + 1/shape).
 *
 * @example
 * random.lawQuantile(random.weibull({ shape: 0.7, scale: 20 }), 0.95);
 */
export function weibull({ shape, scale }: { shape: number; scale: number }): Law {
  requirePositive('shape', shape);
  requirePositive('scale', scale);
  const logFirst = logGamma(1 + 1 / shape);
  return lawOf({
    name: 'weibull',
    parameters: { shape, scale },
    mean: scale * exp(logFirst),
    scv: exp(logGamma(1 + 2 / shape) - 2 * logFirst) - 1,
    cdf: (x) => (x <= 0 ? 0 : 1 - exp(-power(x / scale, shape))),
    // X = scale·E^(1/shape) with ln E on the whole line
    transform: transformByTrapezoid(
      (z) => scale * exp(z / shape),
      (z) => exp(z - exp(z)),
      [-36, 4],
    ),
    sample: (stream) => scale * power(stream.exponential(), 1 / shape),
  });
}
