import { requireNonNegative } from '../../numeric/require.ts';
import { sum } from '../../numeric/sum.ts';
import { type Law, lawOf } from '../law.ts';
import { transformOfPoints } from '../transform.ts';

/**
 * Draws with replacement from measured values, each equally likely; its mean and scv are theirs (population form).
 *
 * @example
 * random.draw(random.empirical([12, 15, 15, 90]), random.createStreams(1).service, 5);
 */
export function empirical(values: ArrayLike<number>): Law {
  const sample = Float64Array.from(values);
  if (sample.length === 0) throw new RangeError('values must hold at least one number, got none');
  sample.forEach((value, i) => {
    requireNonNegative(`values[${i}]`, value);
  });
  const mean = sum(sample) / sample.length;
  if (mean === 0) throw new RangeError('values must hold at least one number > 0, got only zeros');
  const variance = sum(sample.map((value) => (value - mean) * (value - mean))) / sample.length;
  return lawOf({
    name: 'empirical',
    parameters: { values: Array.from(sample) },
    mean,
    scv: variance / (mean * mean),
    cdf: (x) => sample.reduce((count, value) => count + (value <= x ? 1 : 0), 0) / sample.length,
    transform: transformOfPoints(sample, new Float64Array(sample.length).fill(1 / sample.length)),
    sample: (stream) => sample[stream.integer(sample.length)] ?? mean,
  });
}
