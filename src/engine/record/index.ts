export { canonicalText } from './canonicalText.ts';
export { type Comparison, type Decision, decide, type Evidence, type Outcome, type Rule } from './decide.ts';
export { type DecisionRecord, type LogCheck, recordDecision, verifyDecisions } from './decisionRecord.ts';
export { fingerprint } from './fingerprint.ts';
export { type Lineage, lineage } from './lineage.ts';
export { type RecordParts, type RunRecord, record } from './record.ts';
export { type Cause, type ReplayReport, replay } from './replay.ts';
export { type Rerun, rerun } from './rerun.ts';
