import { expm1 } from '../numeric/exp.ts';
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

export type SprtOptions = Hypotheses & {
  /** Chance to decide for the alternative under the null hypothesis (default 0.05). */
  alpha?: number;
  /** Chance to decide for the null hypothesis under the alternative (default 0.05). */
  beta?: number;
};

export type SprtDecision = 'continue' | 'acceptNull' | 'rejectNull';

export interface SprtReading {
  /** Σ ln(P₁(x)/P₀(x)). */
  logLikelihoodRatio: number;
  /** Stays once it is made. */
  decision: SprtDecision;
  /** Values taken. */
  count: number;
}

export interface Sprt {
  update(value: number): SprtReading;
  reset(): void;
  /** ln(β/(1 − α)) and ln((1 − β)/α): at or beyond them it stops. */
  readonly lower: number;
  readonly upper: number;
  readonly reading: SprtReading;
}

/**
 * Wald's sequential probability ratio test: after every value it accepts, rejects or goes on, and of all tests with these
 * error rates it needs the fewest values on average under either hypothesis. The true error rates are at most α/(1 − β) and
 * β/(1 − α). Values between the hypotheses can take long. Throws RangeError for equal hypotheses or values outside the law.
 * Source: Wald 1945.
 *
 * @example
 * const test = release.sprt({ p0: 0.01, p1: 0.03 });
 * for (let i = 0; i < 300; i++) test.update(i % 25 === 0 ? 1 : 0);
 * test.reading;
 */
export function sprt(options: SprtOptions): Sprt {
  const { alpha = 0.05, beta = 0.05 } = options;
  requireFraction('alpha', alpha);
  requireFraction('beta', beta);
  if (alpha + beta >= 1) throw new RangeError(`alpha + beta must be < 1, got ${alpha + beta}`);
  const score = scoreOf(options);
  const lower = log(beta / (1 - alpha));
  const upper = log((1 - beta) / alpha);
  let reading: SprtReading = { logLikelihoodRatio: 0, decision: 'continue', count: 0 };
  return {
    lower,
    upper,
    get reading() {
      return reading;
    },
    update(value) {
      requireFinite('value', value);
      const increment = score(value);
      if (reading.decision !== 'continue') return reading;
      const logLikelihoodRatio = reading.logLikelihoodRatio + increment;
      const decision =
        logLikelihoodRatio >= upper ? 'rejectNull' : logLikelihoodRatio <= lower ? 'acceptNull' : 'continue';
      reading = { logLikelihoodRatio, decision, count: reading.count + 1 };
      return reading;
    },
    reset() {
      reading = { logLikelihoodRatio: 0, decision: 'continue', count: 0 };
    },
  };
}

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

export interface SprtCharacteristic {
  /** Chance to decide for the null hypothesis when the true failure rate is p. */
  acceptNull: number;
  /** Mean number of values until it decides. */
  meanCount: number;
}

/**
 * Wald's approximation of how a Bernoulli SPRT behaves when the true rate is p: with h the root of
 * p·(p₁/p₀)^h + (1 − p)·((1 − p₁)/(1 − p₀))^h = 1, L = (A^h − 1)/(A^h − B^h). Ignores the overshoot, so that the true error
 * rates are a little lower and the true run a little longer.
 *
 * @example
 * release.sprtCharacteristic({ p0: 0.01, p1: 0.03 }, 0.01);
 */
export function sprtCharacteristic(
  { p0, p1, alpha = 0.05, beta = 0.05 }: { p0: number; p1: number; alpha?: number; beta?: number },
  p: number,
): SprtCharacteristic {
  requireFraction('p', p);
  const { lower, upper } = sprt({ p0, p1, alpha, beta });
  const score = scoreOf({ p0, p1 });
  const [failure, success] = [score(1), score(0)];
  const drift = p * failure + (1 - p) * success;
  if (Math.abs(drift) < 1e-9 * (Math.abs(failure) + Math.abs(success))) {
    const square = p * failure * failure + (1 - p) * success * success;
    return { acceptNull: upper / (upper - lower), meanCount: (-lower * upper) / square };
  }
  const h = exponentRoot(p, failure, success, drift);
  const [top, bottom] = [expm1(h * upper), expm1(h * lower)];
  const acceptNull = top === Infinity ? 1 : top / (top - bottom);
  return { acceptNull, meanCount: (acceptNull * lower + (1 - acceptNull) * upper) / drift };
}

/** The root h ≠ 0 of E e^(h·score) = 1, a convex function of h: it lies on the side that the drift points away from. */
const exponentRoot = (p: number, failure: number, success: number, drift: number): number => {
  const excess = (h: number): number => p * expm1(h * failure) + (1 - p) * expm1(h * success);
  const side = drift < 0 ? 1 : -1;
  let far = side;
  while (excess(far) < 0 && Math.abs(far) < 1e6) far *= 2;
  let near = far;
  while (excess(near) > 0) near /= 2;
  for (let i = 0; i < 200; i++) {
    const middle = (near + far) / 2;
    if (excess(middle) > 0) far = middle;
    else near = middle;
  }
  return far;
};
