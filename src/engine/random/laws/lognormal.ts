import { exp } from '../../numeric/exp.ts';
import { log } from '../../numeric/log.ts';
import { normalCdf } from '../../numeric/normal.ts';
import { requireNonNegative, requirePositive } from '../../numeric/require.ts';
import { type Law, lawOf } from '../law.ts';
import { bell, transformByTrapezoid } from '../transform.ts';

/**
 * Lognormal law by its mean and squared coefficient of variation: ln X is normal with σ² = ln(1 + scv) and
 * μ = ln(mean) − σ²/2. The common shape of measured latencies.
 *
 * @example
 * random.lognormal({ mean: 1, scv: 4 }).cdf(1);
 */
export function lognormal({ mean, scv }: { mean: number; scv: number }): Law {
  requirePositive('mean', mean);
  requireNonNegative('scv', scv);
  const variance = log(1 + scv);
  const sigma = Math.sqrt(variance);
  const mu = log(mean) - variance / 2;
  return lawOf({
    name: 'lognormal',
    parameters: { mean, scv },
    mean,
    scv,
    cdf: (x) => {
      if (x <= 0) return 0;
      const distance = log(x) - mu;
      return sigma === 0 ? (distance < 0 ? 0 : 1) : normalCdf(distance / sigma);
    },
    transform: transformByTrapezoid((z) => exp(mu + sigma * z), bell, [-8.5, 8.5]),
    sample: (stream) => exp(mu + sigma * stream.normal()),
  });
}
