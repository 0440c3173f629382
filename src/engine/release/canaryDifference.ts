import type { Interval } from '../stats/interval.ts';
import { newcombeInterval } from '../stats/intervals/newcombe.ts';
import { welchTest } from '../stats/meanTests.ts';
import { locationShift } from '../stats/tests/locationShift.ts';
import { mannWhitney } from '../stats/tests/mannWhitney.ts';
import { type Counts, proportionTest } from '../stats/tests/proportionTest.ts';

/** Values of one metric, such as latencies, or counts of bad requests among all. */
export type CanarySample = ArrayLike<number> | Counts;

/** How the two samples were compared, and by how much the candidate differs. */
export interface CanaryDifference extends Interval {
  method: 'ranks' | 'means' | 'shares';
  /** Candidate minus baseline; NaN, as bounds and p, without enough data. */
  estimate: number;
  pValue: number;
}

/** Candidate minus baseline: shares by Newcombe's interval, values by the shift of their ranks or by Welch's. */
export function canaryDifference(
  baseline: CanarySample,
  candidate: CanarySample,
  compare: 'ranks' | 'means',
  confidence: number,
): CanaryDifference {
  if (isCounts(baseline) && isCounts(candidate)) {
    const { value, lower, upper } = newcombeInterval(candidate, baseline, confidence);
    return {
      method: 'shares',
      estimate: value,
      lower,
      upper,
      pValue: proportionTest(candidate, baseline).pValue,
    };
  }
  if (isCounts(baseline) || isCounts(candidate))
    throw new RangeError('baseline and candidate must both be values or both be counts');
  if (compare === 'means') {
    const { mean, lower, upper, pValue } = welchTest(candidate, baseline, confidence);
    return { method: 'means', estimate: mean, lower, upper, pValue };
  }
  const { pValue } = mannWhitney(candidate, baseline);
  return { method: 'ranks', ...locationShift(candidate, baseline, confidence), pValue };
}

const isCounts = (sample: CanarySample): sample is Counts => 'trials' in sample;

/** Values, or requests, in a sample. */
export const sizeOf = (sample: CanarySample): number => (isCounts(sample) ? sample.trials : sample.length);

export const methodOf = (sample: CanarySample, compare: 'ranks' | 'means'): CanaryDifference['method'] =>
  isCounts(sample) ? 'shares' : compare;
