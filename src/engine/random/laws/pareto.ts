import { exp } from '../../numeric/exp.ts';
import { log } from '../../numeric/log.ts';
import { requirePositive } from '../../numeric/require.ts';
import { type Law, lawOf } from '../law.ts';
import { transformByTrapezoid } from '../transform.ts';

/**
 * Pareto law: P(X > x) = (minimum/x)^shape for x ≥ minimum. Mean shape·minimum/(shape − 1), infinite for shape ≤ 1;
 * scv 1/(shape·(shape − 2)), infinite for shape ≤ 2. Give `minimum`, or `mean` with shape > 1.
 *
 * @example
 * const heavy = random.pareto({ shape: 1.5, minimum: 1 });
 * heavy.mean;
 * heavy.scv;
 */
export function pareto(options: { shape: number; minimum: number } | { shape: number; mean: number }): Law {
  const shape = requirePositive('shape', options.shape);
  const minimum = 'minimum' in options ? requirePositive('minimum', options.minimum) : minimumOf(options);
  return lawOf({
    name: 'pareto',
    parameters: { shape, minimum },
    mean: shape > 1 ? (shape * minimum) / (shape - 1) : Infinity,
    scv: shape > 2 ? 1 / (shape * (shape - 2)) : Infinity,
    cdf: (x) => (x <= minimum ? 0 : 1 - exp(shape * log(minimum / x))),
    // the exponent of the law, −ln U, as ln(1 + e^z) with z logistic: smooth on the whole line
    transform: transformByTrapezoid(
      (z) => minimum * exp(log(1 + exp(z)) / shape),
      (z) => exp(z) / (1 + exp(z)) / (1 + exp(z)),
      [-40, 40],
    ),
    sample: (stream) => minimum * exp(stream.exponential() / shape),
  });
}

const minimumOf = ({ shape, mean }: { shape: number; mean: number }): number => {
  requirePositive('mean', mean);
  if (shape <= 1) throw new RangeError(`shape must be > 1 for a Pareto law with a finite mean, got ${shape}`);
  return (mean * (shape - 1)) / shape;
};
