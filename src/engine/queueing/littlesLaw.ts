import { requireNonNegative } from '../numeric/require.ts';

/** L = λW with all three known. */
export interface LittlesLaw {
  number: number;
  arrivalRate: number;
  sojourn: number;
}

/**
 * Little's law, L = λW: the third from any two of the mean number in a system, its arrival rate and the mean time spent
 * in it. It holds for every stable system, whatever its laws and policies. Source: Little 1961.
 * Throws TypeError unless exactly two are given, RangeError when the division is by zero.
 *
 * @example
 * queueing.littlesLaw({ arrivalRate: 120, sojourn: 0.25 });
 */
export function littlesLaw({ number, arrivalRate, sojourn }: Partial<LittlesLaw>): LittlesLaw {
  const given = { number, arrivalRate, sojourn };
  for (const [name, value] of Object.entries(given)) if (value !== undefined) requireNonNegative(name, value);
  if (number === undefined && arrivalRate !== undefined && sojourn !== undefined) {
    return { number: arrivalRate * sojourn, arrivalRate, sojourn };
  }
  if (arrivalRate === undefined && number !== undefined && sojourn !== undefined) {
    return { number, arrivalRate: ratio(number, 'sojourn', sojourn), sojourn };
  }
  if (sojourn === undefined && number !== undefined && arrivalRate !== undefined) {
    return { number, arrivalRate, sojourn: ratio(number, 'arrivalRate', arrivalRate) };
  }
  const count = Object.values(given).filter((value) => value !== undefined).length;
  throw new TypeError(`give exactly two of number, arrivalRate and sojourn, got ${count}`);
}

const ratio = (number: number, name: string, divisor: number): number => {
  if (divisor === 0) throw new RangeError(`${name} must be > 0, got 0`);
  return number / divisor;
};
