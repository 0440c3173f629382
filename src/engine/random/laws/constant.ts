import { exponentialOf, times } from '../../numeric/complex.ts';
import { requirePositive } from '../../numeric/require.ts';
import { type Law, lawOf } from '../law.ts';

/**
 * Always the same value; scv 0.
 *
 * @example
 * random.constant(3).mean;
 */
export function constant(value: number): Law {
  requirePositive('value', value);
  return lawOf({
    name: 'constant',
    parameters: { value },
    mean: value,
    scv: 0,
    cdf: (x) => (x < value ? 0 : 1),
    transform: (s) => exponentialOf(times(s, -value)),
    sample: () => value,
  });
}
