import { type Decision, decide, type Evidence, type Rule } from './decide.ts';
import { fingerprint } from './fingerprint.ts';
import type { RunRecord } from './record.ts';

/** A decision with the run it rests on and its place in a log. */
export interface DecisionRecord extends Decision {
  /** Fingerprint of the run's causes, and of its result where it has one. */
  run: string;
  result?: string;
  /** Seal of the decision before it in the log; absent in the first. */
  previous?: string;
  /** Fingerprint of all of the above. */
  seal: string;
}

/**
 * Decides by a rule and records what the decision rests on: the value, the rule, the run's fingerprints and the decision
 * before it. Each seal covers the one before, so that a log with a changed, dropped or inserted entry no longer verifies.
 *
 * @example
 * const rule = {
 *   metric: 'p95',
 *   comparison: '<=',
 *   threshold: 0.2,
 *   onPass: { verdict: 'accept', action: 'promote' },
 *   onFail: { verdict: 'reject', action: 'roll back' },
 * };
 * const run = record.record({ input: { load: 0.8 }, config: { seed: 1 }, environment: {} });
 * const first = record.recordDecision(0.15, rule, run);
 * const second = record.recordDecision(0.25, rule, run, first);
 * second.action;
 * second.previous === first.seal;
 */
export function recordDecision(
  evidence: number | Evidence,
  rule: Rule,
  run: Pick<RunRecord, 'fingerprint' | 'fingerprints'>,
  previous?: Pick<DecisionRecord, 'seal'>,
): DecisionRecord {
  const result = run.fingerprints.result;
  const unsealed = {
    ...decide(evidence, rule),
    run: run.fingerprint,
    ...(result !== undefined && { result }),
    ...(previous && { previous: previous.seal }),
  };
  return { ...unsealed, seal: fingerprint(unsealed) };
}

export interface LogCheck {
  valid: boolean;
  /** Index of the first entry that does not hold; absent when all do. */
  broken?: number;
  /** The finding in one sentence. */
  sentence: string;
}

/**
 * Checks a log of decisions, oldest first: each verdict must follow from its own value and rule, each seal from its entry,
 * and each entry must name the one before it. The first entry may continue a log that is not at hand.
 *
 * @example
 * const rule = {
 *   metric: 'error share',
 *   comparison: '<',
 *   threshold: 0.01,
 *   onPass: { verdict: 'accept', action: 'promote' },
 *   onFail: { verdict: 'reject', action: 'roll back' },
 * };
 * const run = record.record({ input: {}, config: { seed: 1 }, environment: {} });
 * const entry = record.recordDecision(0.02, rule, run);
 * record.verifyDecisions([entry]).sentence;
 * record.verifyDecisions([{ ...entry, verdict: 'accept' }]).sentence;
 */
export function verifyDecisions(log: readonly DecisionRecord[]): LogCheck {
  for (const [index, entry] of log.entries()) {
    const fault = faultOf(entry, log[index - 1]);
    if (fault)
      return { valid: false, broken: index, sentence: `Decision ${index + 1} does not hold: ${fault}.` };
  }
  return {
    valid: true,
    sentence: `All ${log.length} decisions follow from their values and rules, in order.`,
  };
}

const faultOf = (entry: DecisionRecord, before: DecisionRecord | undefined): string | undefined => {
  const { seal, ...unsealed } = entry;
  const { value, lower, upper, rule, verdict, action } = entry;
  const again = decide({ value, lower, upper }, rule);
  if (again.verdict !== verdict || again.action !== action) {
    return `its value and rule give ‘${again.verdict}’, it says ‘${verdict}’`;
  }
  if (before && entry.previous !== before.seal) return 'the one before it is another';
  if (again.fingerprint !== entry.fingerprint || fingerprint(unsealed) !== seal)
    return 'its seal is not its own';
  return undefined;
};
