import { times } from '../../numeric/complex.ts';
import { requirePositive } from '../../numeric/require.ts';
import { type Law, lawOf } from '../law.ts';

/**
 * A law stretched by a factor: X·factor, so F(x) = F₀(x/factor). The same server, `factor` times as slow; CV² stays.
 *
 * @example
 * random.scaled(random.exponential(1), 4).mean;
 */
export function scaled(law: Law, factor: number): Law {
  requirePositive('factor', factor);
  const { cdf, transform } = law;
  return lawOf({
    name: `scaled ${law.name}`,
    parameters: { ...law.parameters, factor },
    mean: law.mean * factor,
    scv: law.scv,
    ...(cdf && { cdf: (x) => cdf(x / factor) }),
    ...(transform && { transform: (s) => transform(times(s, factor)) }),
    sample: (stream) => law.sample(stream) * factor,
  });
}
