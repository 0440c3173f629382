import { requireNonNegative } from '../../numeric/require.ts';
import { type Law, lawOf } from '../law.ts';

/** Uniform on (min, max): mean (min + max)/2, variance (max − min)²/12. Needs 0 ≤ min < max. */
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
    sample: (stream) => min + width * stream.uniform(),
  });
}
