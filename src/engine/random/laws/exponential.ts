import { add, complex, divide, times } from '../../numeric/complex.ts';
import { exp } from '../../numeric/exp.ts';
import { requirePositive } from '../../numeric/require.ts';
import type { Law } from '../law.ts';

/**
 * Exponential law with the given mean: density e^(−x/mean)/mean, memoryless, scv 1.
 *
 * @example
 * random.exponential(2).cdf(2);
 */
export function exponential(mean: number): Law {
  requirePositive('mean', mean);
  return {
    name: 'exponential',
    parameters: { mean },
    mean,
    scv: 1,
    cdf: (x) => (x <= 0 ? 0 : 1 - exp(-x / mean)),
    transform: (s) => divide(complex(1), add(complex(1), times(s, mean))),
    sample: (stream) => stream.exponential() * mean,
    fill: (stream, out, count) => stream.fillExponential(out, count, mean),
  };
}
