import { requireNonNegative } from '../numeric/require.ts';
import { requireOneOf } from '../numeric/requireOneOf.ts';
import type { Interval } from '../stats/interval.ts';
import { locationShift } from '../stats/tests/locationShift.ts';
import { mannWhitney } from '../stats/tests/mannWhitney.ts';

/** What is bad in a metric: a rise, a fall or either. */
export type HarmfulDirection = 'increase' | 'decrease' | 'either';

export type Classification = 'Pass' | 'High' | 'Low' | 'Nodata';

export interface KayentaOptions {
  confidence?: number;
  /** Share of the estimate that the interval must clear (default 0.25). */
  tolerance?: number;
  direction?: HarmfulDirection;
}

export interface KayentaResult extends Interval {
  classification: Classification;
  /** Shift of the experiment against the control; NaN, as the bounds and p, without data or difference. */
  estimate: number;
  /** tolerance·|estimate|: the interval must lie beyond it for High or Low. */
  bound: number;
  pValue: number;
}

/**
 * Classifies one canary metric as Kayenta's judge does: Mann–Whitney's 98 % interval for the shift; High when it lies
 * above tolerance·|estimate|, Low when below the negative of it. The rule has a hole worth knowing: an experiment that is 100
 * times slower in 7 of 10 samples passes, since the interval's lower end still touches 0; 8 of 10 are High.
 * Throws RangeError for NaN. Source: spinnaker/kayenta, MannWhitneyClassifier and NetflixACAJudge.
 *
 * @example
 * release.kayentaClassify([10, 12, 11, 13, 9, 12, 10, 11], [18, 20, 17, 22, 19, 21, 18, 20]).classification;
 */
export function kayentaClassify(
  control: ArrayLike<number>,
  experiment: ArrayLike<number>,
  { confidence = 0.98, tolerance = 0.25, direction = 'either' }: KayentaOptions = {},
): KayentaResult {
  requireNonNegative('tolerance', tolerance);
  requireOneOf('direction', direction, ['increase', 'decrease', 'either']);
  const nothing = {
    estimate: Number.NaN,
    bound: Number.NaN,
    lower: Number.NaN,
    upper: Number.NaN,
    pValue: Number.NaN,
  };
  if (control.length === 0 || experiment.length === 0) return { classification: 'Nodata', ...nothing };
  const { pValue } = mannWhitney(experiment, control, { method: 'asymptotic' });
  if (allEqual(control, experiment)) return { classification: 'Pass', ...nothing, pValue };
  const { estimate, lower, upper } = locationShift(experiment, control, confidence);
  const bound = tolerance * Math.abs(estimate);
  const high = direction !== 'decrease' && lower > bound;
  const low = direction !== 'increase' && upper < -bound;
  return { classification: high ? 'High' : low ? 'Low' : 'Pass', estimate, bound, lower, upper, pValue };
}

/** Kayenta passes identical samples unseen; one constant value in both leaves nothing to rank either. */
const allEqual = (control: ArrayLike<number>, experiment: ArrayLike<number>): boolean => {
  const [a, b] = [Array.from(control), Array.from(experiment)];
  const same = a.length === b.length && a.every((value, i) => value === b[i]);
  return same || [...a, ...b].every((value) => value === a[0]);
};
