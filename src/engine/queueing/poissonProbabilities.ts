import { exp } from '../numeric/exp.ts';
import { logGamma } from '../numeric/gamma.ts';
import { log } from '../numeric/log.ts';

/** P(Poisson(mean) = k) for k = 0 … count − 1, outwards from the largest, so that none is lost to underflow of the first. */
export function poissonProbabilities(mean: number, count: number): Float64Array {
  const probabilities = new Float64Array(count);
  if (mean === 0) return probabilities.fill(1, 0, Math.min(1, count));
  const mode = Math.min(Math.floor(mean), count - 1);
  const largest = exp(mode * log(mean) - mean - logGamma(mode + 1));
  let weight = largest;
  for (let k = mode; k < count && weight > 0; k++) {
    probabilities[k] = weight;
    weight *= mean / (k + 1);
  }
  weight = largest;
  for (let k = mode; k >= 0 && weight > 0; k--) {
    probabilities[k] = weight;
    weight *= k / mean;
  }
  return probabilities;
}
