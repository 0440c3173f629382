import { log, log1p } from '../numeric/log.ts';
import { requireFinite, requireFraction, requirePositive } from '../numeric/require.ts';
import { requireOneOf } from '../numeric/requireOneOf.ts';

/** The two simple hypotheses between which the test decides. */
export type Hypotheses =
  /** Failures (1) and successes (0) with probability p0 or p1. */
  | { law?: 'bernoulli'; p0: number; p1: number }
  /** Normal values with a known standard deviation and mean mean0 or mean1. */
  | { law: 'normal'; mean0: number; mean1: number; standardDeviation: number }
  /** Counts per interval with mean mean0 or mean1. */
  | { law: 'poisson'; mean0: number; mean1: number };

/** ln(P₁(x)/P₀(x)) of one value. Throws RangeError for hypotheses that do not differ or lie outside the law. */
export function scoreOf(hypotheses: Hypotheses): (value: number) => number {
  const { law = 'bernoulli' } = hypotheses;
  requireOneOf('law', law, ['bernoulli', 'normal', 'poisson']);
  if (hypotheses.law === 'normal') {
    const { mean0, mean1, standardDeviation } = hypotheses;
    requireDifferent('mean', requireFinite('mean0', mean0), requireFinite('mean1', mean1));
    requirePositive('standardDeviation', standardDeviation);
    const slope = (mean1 - mean0) / (standardDeviation * standardDeviation);
    return (value) => slope * (value - (mean0 + mean1) / 2);
  }
  if (hypotheses.law === 'poisson') {
    const { mean0, mean1 } = hypotheses;
    requireDifferent('mean', requirePositive('mean0', mean0), requirePositive('mean1', mean1));
    const gain = log(mean1 / mean0);
    return (value) => value * gain - (mean1 - mean0);
  }
  const { p0, p1 } = hypotheses;
  requireDifferent('p', requireFraction('p0', p0), requireFraction('p1', p1));
  const [failure, success] = [log(p1 / p0), log1p(-p1) - log1p(-p0)];
  return (value) => {
    if (value !== 0 && value !== 1) throw new RangeError(`value must be 0 or 1, got ${value}`);
    return value === 1 ? failure : success;
  };
}

const requireDifferent = (name: string, a: number, b: number): void => {
  if (a === b) throw new RangeError(`${name}0 and ${name}1 must differ, got ${a} for both`);
};
