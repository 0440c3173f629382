import { add, complex, divide, powerOf, times } from '../../numeric/complex.ts';
import { incompleteGamma } from '../../numeric/gamma.ts';
import { requireInteger, requirePositive } from '../../numeric/require.ts';
import { type Law, lawOf } from '../law.ts';

/**
 * Erlang law: the sum of k exponential stages with the given mean in total; scv 1/k.
 *
 * @example
 * random.erlang({ k: 4, mean: 2 }).scv;
 */
export function erlang({ k, mean }: { k: number; mean: number }): Law {
  requireInteger('k', k, 1);
  requirePositive('mean', mean);
  return lawOf({
    name: 'erlang',
    parameters: { k, mean },
    mean,
    scv: 1 / k,
    cdf: (x) => incompleteGamma(k, (Math.max(0, x) * k) / mean).lower,
    transform: (s) => divide(complex(1), powerOf(add(complex(1), times(s, mean / k)), k)),
    sample(stream) {
      let total = 0;
      for (let stage = 0; stage < k; stage++) total += stream.exponential();
      return (total * mean) / k;
    },
  });
}
