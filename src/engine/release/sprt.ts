import { log } from '../numeric/log.ts';
import { requireFinite, requireFraction } from '../numeric/require.ts';
import { type Hypotheses, scoreOf } from './hypotheses.ts';

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
