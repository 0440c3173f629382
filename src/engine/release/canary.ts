import { requireFraction, requireInteger, requireNonNegative } from '../numeric/require.ts';
import { requireOneOf } from '../numeric/requireOneOf.ts';
import {
  type CanaryDifference,
  type CanarySample,
  canaryDifference,
  methodOf,
  sizeOf,
} from './canaryDifference.ts';
import type { HarmfulDirection } from './kayenta.ts';

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

export interface CanaryEvidence extends CanaryDifference {
  metric: string;
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
    ? canaryDifference(baseline, candidate, compare, confidence)
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
