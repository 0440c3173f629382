import { type Decision, decide, type Evidence, type Outcome, type Rule } from '../record/decide.ts';

/** A rule whose outcomes may be left out: 'promote' to ship, 'block' to stop. */
export type GateRule = Omit<Rule, 'onPass' | 'onFail'> & Partial<Pick<Rule, 'onPass' | 'onFail'>>;

export interface GateDecision extends Decision {
  /** How far the value is on the right side of the threshold, in its unit; negative when it failed. NaN for === and !==. */
  margin: number;
}

/**
 * A release gate: the value, with its interval where it has one, against a written rule. It passes, fails, or is inconclusive
 * when the interval holds the threshold or there is no number: no data opens no gate. A decision record with its fingerprint.
 * Throws RangeError for an unknown comparison.
 *
 * @example
 * const { verdict, margin } = release.gate(0.15, { metric: 'p95', comparison: '<=', threshold: 0.2 });
 * verdict;
 * margin;
 */
export function gate(value: number | Evidence, rule: GateRule): GateDecision {
  const decision = decide(value, { onPass: SHIP, onFail: STOP, ...rule });
  const distance = decision.value - rule.threshold;
  const rising = rule.comparison === '>' || rule.comparison === '>=';
  const falling = rule.comparison === '<' || rule.comparison === '<=';
  return { ...decision, margin: rising ? distance : falling ? -distance : Number.NaN };
}

const SHIP: Outcome = { verdict: 'promote', action: 'ship' };
const STOP: Outcome = { verdict: 'block', action: 'do not ship' };

export interface GateReport {
  /** Whether every gate passed; undefined when none failed but some could not be judged. */
  passed?: boolean;
  decisions: GateDecision[];
}

/**
 * Several gates at once: open only when all are.
 *
 * @example
 * release.gates([
 *   { value: 0.15, rule: { metric: 'p95', comparison: '<=', threshold: 0.2 } },
 *   { value: 0.02, rule: { metric: 'error share', comparison: '<', threshold: 0.01 } },
 * ]).passed;
 */
export function gates(checks: readonly { value: number | Evidence; rule: GateRule }[]): GateReport {
  const decisions = checks.map(({ value, rule }) => gate(value, rule));
  if (decisions.some(({ passed }) => passed === false)) return { passed: false, decisions };
  if (decisions.length === 0 || decisions.some(({ passed }) => passed === undefined)) return { decisions };
  return { passed: true, decisions };
}
