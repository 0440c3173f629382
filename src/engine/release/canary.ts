import { requireFraction, requireInteger, requireNonNegative } from '../numeric/require.ts';
import { requireOneOf } from '../numeric/requireOneOf.ts';
import type { Interval } from '../stats/interval.ts';
import { newcombeInterval } from '../stats/intervals/newcombe.ts';
import { welchTest } from '../stats/meanTests.ts';
import { locationShift } from '../stats/tests/locationShift.ts';
import { mannWhitney } from '../stats/tests/mannWhitney.ts';
import { type Counts, proportionTest } from '../stats/tests/proportionTest.ts';
import type { HarmfulDirection } from './kayenta.ts';

/** Values of one metric, such as latencies, or counts of bad requests among all. */
export type CanarySample = ArrayLike<number> | Counts;

export interface CanaryMetric {
  name?: string;
  /** What is bad (default 'increase', as for latency and errors). */
  direction?: HarmfulDirection;
  /** A harmful change up to this is accepted, in the metric's unit (default 0). */
  tolerance?: number;
  /** For samples of values: the shift by ranks (default) or the difference of means. Counts are always a difference of shares. */
  compare?: 'ranks' | 'means';
}

export interface CanaryOptions {
  baseline: CanarySample;
  candidate: CanarySample;
  metric?: CanaryMetric;
  confidence?: number;
  /** Fewer values or requests on either side: hold (default 10). */
  minimumSamples?: number;
}

export interface CanaryEvidence extends Interval {
  metric: string;
  method: 'ranks' | 'means' | 'shares';
  /** Candidate minus baseline; NaN, as bounds and p, without enough data. */
  estimate: number;
  pValue: number;
  confidence: number;
  tolerance: number;
  direction: HarmfulDirection;
  baselineSamples: number;
  candidateSamples: number;
}

export interface CanaryVerdict {
  verdict: 'promote' | 'hold' | 'rollback';
  /** The sentence behind it. */
  reason: string;
  evidence: CanaryEvidence;
}

/**
 * Judges a canary by the interval of candidate − baseline: 'rollback' when it lies beyond the tolerance on the harmful side,
 * 'promote' when it lies within, 'hold' while it straddles the tolerance or data are too few. A wide interval is no proof of
 * harmlessness, and so never promotes. One look: to look again and again use `msprt` or `groupSequential`.
 * Throws RangeError for NaN, mixed kinds of samples, or options out of range.
 *
 * @example
 * const { service } = random.createStreams(1);
 * const baseline = random.draw(random.lognormal({ mean: 100, scv: 0.5 }), service, 400);
 * const candidate = random.draw(random.lognormal({ mean: 130, scv: 0.5 }), service, 400);
 * const result = release.canary({ baseline, candidate, metric: { name: 'latency', direction: 'increase' } });
 * result.verdict;
 * result.reason;
 */
export function canary({
  baseline,
  candidate,
  metric: { name = 'metric', direction = 'increase', tolerance = 0, compare = 'ranks' } = {},
  confidence = 0.95,
  minimumSamples = 10,
}: CanaryOptions): CanaryVerdict {
  requireOneOf('direction', direction, ['increase', 'decrease', 'either']);
  requireOneOf('compare', compare, ['ranks', 'means']);
  requireNonNegative('tolerance', tolerance);
  requireFraction('confidence', confidence);
  requireInteger('minimumSamples', minimumSamples, 1);
  const [baselineSamples, candidateSamples] = [sizeOf(baseline), sizeOf(candidate)];
  const enough = Math.min(baselineSamples, candidateSamples) >= minimumSamples;
  const unknown = {
    method: methodOf(baseline, compare),
    estimate: Number.NaN,
    lower: Number.NaN,
    upper: Number.NaN,
  };
  const found = enough
    ? difference(baseline, candidate, compare, confidence)
    : { ...unknown, pValue: Number.NaN };
  const evidence: CanaryEvidence = {
    metric: name,
    ...found,
    confidence,
    tolerance,
    direction,
    baselineSamples,
    candidateSamples,
  };
  if (!enough) {
    const reason = `${name}: too few samples to judge (${baselineSamples} and ${candidateSamples}, at least ${minimumSamples} needed)`;
    return { verdict: 'hold', reason, evidence };
  }
  return { ...judge(evidence), evidence };
}

const judge = ({
  metric,
  direction,
  tolerance,
  lower,
  upper,
}: CanaryEvidence): Pick<CanaryVerdict, 'verdict' | 'reason'> => {
  if (Number.isNaN(lower)) return { verdict: 'hold', reason: `${metric}: no spread to judge by` };
  const rise = direction !== 'decrease';
  const fall = direction !== 'increase';
  const span = `[${lower.toPrecision(4)}, ${upper.toPrecision(4)}]`;
  if ((rise && lower > tolerance) || (fall && upper < -tolerance))
    return {
      verdict: 'rollback',
      reason: `${metric}: the change ${span} lies beyond the tolerance ${tolerance}`,
    };
  if ((!rise || upper <= tolerance) && (!fall || lower >= -tolerance))
    return {
      verdict: 'promote',
      reason: `${metric}: the change ${span} lies within the tolerance ${tolerance}`,
    };
  return { verdict: 'hold', reason: `${metric}: the change ${span} straddles the tolerance ${tolerance}` };
};

type Found = Pick<CanaryEvidence, 'method' | 'estimate' | 'lower' | 'upper' | 'pValue'>;

const difference = (
  baseline: CanarySample,
  candidate: CanarySample,
  compare: 'ranks' | 'means',
  confidence: number,
): Found => {
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
};

const isCounts = (sample: CanarySample): sample is Counts => 'trials' in sample;

const sizeOf = (sample: CanarySample): number => (isCounts(sample) ? sample.trials : sample.length);

const methodOf = (sample: CanarySample, compare: 'ranks' | 'means'): CanaryEvidence['method'] =>
  isCounts(sample) ? 'shares' : compare;
