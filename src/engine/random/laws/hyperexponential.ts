import { add, complex, divide, times } from '../../numeric/complex.ts';
import { exp } from '../../numeric/exp.ts';
import { requireFraction, requirePositive } from '../../numeric/require.ts';
import { type Law, lawOf } from '../law.ts';

/** Two exponential branches, or the mean and scv from which balanced branches are made. */
export type HyperexponentialOptions =
  | { probability: number; means: readonly [number, number] }
  | { mean: number; scv: number };

/**
 * Hyperexponential law H₂: exponential with mean means[0] with the given probability, else with mean means[1].
 * From {mean, scv} with scv > 1 the branches are balanced, each carrying half of the mean:
 * p = ½(1 + √((scv − 1)/(scv + 1))), means mean/(2p) and mean/(2(1 − p)).
 *
 * @example
 * random.hyperexponential({ mean: 1, scv: 4 }).parameters;
 */
export function hyperexponential(options: HyperexponentialOptions): Law {
  const { probability, means } = 'means' in options ? options : balanced(options);
  requireFraction('probability', probability);
  const [first, second] = means;
  requirePositive('means[0]', first);
  requirePositive('means[1]', second);
  const mean = probability * first + (1 - probability) * second;
  const secondMoment = 2 * (probability * first * first + (1 - probability) * second * second);
  return lawOf({
    name: 'hyperexponential',
    parameters: { probability, means: [first, second] },
    mean,
    scv: secondMoment / (mean * mean) - 1,
    cdf: (x) => (x <= 0 ? 0 : 1 - probability * exp(-x / first) - (1 - probability) * exp(-x / second)),
    transform: (s) =>
      add(
        divide(complex(probability), add(complex(1), times(s, first))),
        divide(complex(1 - probability), add(complex(1), times(s, second))),
      ),
    sample: (stream) => stream.exponential() * (stream.uniform() < probability ? first : second),
  });
}

const balanced = ({ mean, scv }: { mean: number; scv: number }) => {
  requirePositive('mean', mean);
  if (!(scv > 1)) throw new RangeError(`scv must be > 1 for a hyperexponential law, got ${scv}`);
  const probability = (1 + Math.sqrt((scv - 1) / (scv + 1))) / 2;
  const means: [number, number] = [mean / (2 * probability), mean / (2 * (1 - probability))];
  return { probability, means };
};
