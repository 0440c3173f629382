import { at } from '../numeric/at.ts';
import { exp } from '../numeric/exp.ts';
import { log } from '../numeric/log.ts';
import { mean } from './description.ts';
import { sorted } from './sorted.ts';

/**
 * (Π x)^(1/n), by logarithms: the mean for ratios and speed-ups. Throws RangeError unless every value is > 0.
 *
 * @example
 * stats.geometricMean([1, 10, 100]);
 */
export function geometricMean(values: ArrayLike<number>): number {
  return exp(mean(Float64Array.from(values, (value, i) => log(positive(value, i)))));
}

/**
 * n/Σ(1/x): the mean for rates over equal amounts of work. Throws RangeError unless every value is > 0.
 *
 * @example
 * stats.harmonicMean([40, 60]);
 */
export function harmonicMean(values: ArrayLike<number>): number {
  return 1 / mean(Float64Array.from(values, (value, i) => 1 / positive(value, i)));
}

/**
 * Mean without the ⌊share·n⌋ smallest and as many largest values.
 *
 * @example
 * stats.trimmedMean([1, 2, 3, 4, 100], 0.2);
 */
export function trimmedMean(values: ArrayLike<number>, share = 0.1): number {
  const sample = sorted(values);
  const cut = tail(sample.length, share);
  return mean(sample.subarray(cut, sample.length - cut));
}

/**
 * Mean after the ⌊share·n⌋ smallest and largest values are set to the nearest value that stays.
 *
 * @example
 * stats.winsorizedMean([1, 2, 3, 4, 100], 0.2);
 */
export function winsorizedMean(values: ArrayLike<number>, share = 0.1): number {
  const sample = sorted(values);
  const cut = tail(sample.length, share);
  sample.fill(at(sample, cut), 0, cut);
  sample.fill(at(sample, sample.length - 1 - cut), sample.length - cut);
  return mean(sample);
}

const positive = (value: number, i: number): number => {
  if (value > 0) return value;
  throw new RangeError(`values[${i}] must be > 0, got ${value}`);
};

const tail = (n: number, share: number): number => {
  if (!(share >= 0 && share < 0.5)) throw new RangeError(`share must be in [0, 0.5), got ${share}`);
  return Math.floor(n * share);
};
