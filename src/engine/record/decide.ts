import { fingerprint } from './fingerprint.ts';

export type Comparison = '<' | '<=' | '>' | '>=' | '===' | '!==';

/** What follows from a rule's outcome. */
export interface Outcome {
  verdict: string;
  action: string;
}

/** A written rule: it passes when `value comparison threshold` is true. */
export interface Rule {
  metric: string;
  comparison: Comparison;
  threshold: number;
  unit?: string;
  onPass: Outcome;
  onFail: Outcome;
  /** For a value known only within an interval that holds the threshold; by default 'inconclusive', 'collect more data'. */
  onInconclusive?: Outcome;
}

/** A measured value, with its interval where it has one. */
export interface Evidence {
  value: number;
  lower?: number;
  upper?: number;
}

export interface Decision extends Outcome {
  value: number;
  lower?: number;
  upper?: number;
  rule: Rule;
  /** Undefined when inconclusive. */
  passed?: boolean;
  fingerprint: string;
}

/**
 * Applies a rule to a value. With an interval the rule must hold, or fail, at the value and at both bounds; otherwise the
 * decision is inconclusive, as it is for NaN: no data is no pass. The fingerprint covers value, interval and rule.
 * Throws RangeError for an unknown comparison.
 *
 * @example
 * const rule = {
 *   metric: 'p95',
 *   comparison: '<=',
 *   threshold: 0.2,
 *   unit: 's',
 *   onPass: { verdict: 'accept', action: 'promote' },
 *   onFail: { verdict: 'reject', action: 'roll back' },
 * };
 * record.decide(0.15, rule).action;
 * record.decide({ value: 0.19, lower: 0.17, upper: 0.22 }, rule).verdict;
 */
export function decide(evidence: number | Evidence, rule: Rule): Decision {
  const { value, lower, upper } = typeof evidence === 'number' ? { value: evidence } : evidence;
  const held = [value, lower ?? value, upper ?? value].map((x) => holds(x, rule));
  const passed = held.every((h) => h === true) ? true : held.every((h) => h === false) ? false : undefined;
  const inconclusive = rule.onInconclusive ?? { verdict: 'inconclusive', action: 'collect more data' };
  const outcome = passed === undefined ? inconclusive : passed ? rule.onPass : rule.onFail;
  const { verdict, action } = outcome;
  return {
    value,
    lower,
    upper,
    rule,
    verdict,
    action,
    passed,
    fingerprint: fingerprint({ value, lower, upper, rule }),
  };
}

const holds = (x: number, { comparison, threshold }: Rule): boolean | undefined => {
  if (Number.isNaN(x) || Number.isNaN(threshold)) return undefined;
  switch (comparison) {
    case '<':
      return x < threshold;
    case '<=':
      return x <= threshold;
    case '>':
      return x > threshold;
    case '>=':
      return x >= threshold;
    case '===':
      return x === threshold;
    case '!==':
      return x !== threshold;
    default:
      throw new RangeError(`unknown comparison: ${String(comparison)} (one of <, <=, >, >=, ===, !==)`);
  }
};
