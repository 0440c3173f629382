import { add, complex, divide, powerOf, times } from '../../numeric/complex.ts';
import { power } from '../../numeric/exp.ts';
import { incompleteGamma } from '../../numeric/gamma.ts';
import { log } from '../../numeric/log.ts';
import { requirePositive } from '../../numeric/require.ts';
import { type Law, lawOf } from '../law.ts';
import type { Stream } from '../stream.ts';

/**
 * Gamma law by its mean and squared coefficient of variation: shape 1/scv, scale mean·scv.
 *
 * @example
 * random.draw(random.gamma({ mean: 2, scv: 0.5 }), random.createStreams(1).service, 3);
 */
export function gamma({ mean, scv }: { mean: number; scv: number }): Law {
  requirePositive('mean', mean);
  requirePositive('scv', scv);
  const shape = 1 / scv;
  const scale = mean * scv;
  return lawOf({
    name: 'gamma',
    parameters: { mean, scv },
    mean,
    scv,
    cdf: (x) => incompleteGamma(shape, Math.max(0, x) / scale).lower,
    transform: (s) => divide(complex(1), powerOf(add(complex(1), times(s, scale)), shape)),
    sample: (stream) => scale * unitGamma(stream, shape),
  });
}

/**
 * Gamma variate with scale 1 by squeezing a transformed normal (Marsaglia & Tsang 2000); a shape below 1 is drawn at
 * shape + 1 and multiplied by U^(1/shape).
 */
const unitGamma = (stream: Stream, shape: number): number => {
  if (shape < 1) return unitGamma(stream, shape + 1) * power(stream.uniform(), 1 / shape);
  const d = shape - 1 / 3;
  const c = 1 / Math.sqrt(9 * d);
  for (;;) {
    const x = stream.normal();
    const root = 1 + c * x;
    if (root <= 0) continue;
    const v = root * root * root;
    if (log(stream.uniform()) < (x * x) / 2 + d - d * v + d * log(v)) return d * v;
  }
};
