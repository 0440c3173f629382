export { type BoundaryCrossing, boundaryCrossing } from './boundaryCrossing.ts';
export {
  burnRate,
  burnRateThreshold,
  detectionTime,
  type MeasuredBurnRate,
  measuredBurnRate,
  timeToExhaustion,
} from './burnRate.ts';
export {
  type CanaryEvidence,
  type CanaryMetric,
  type CanaryOptions,
  type CanaryVerdict,
  canary,
} from './canary.ts';
export type { CanaryDifference, CanarySample } from './canaryDifference.ts';
export { type CanaryScore, type ClassifiedMetric, canaryScore } from './canaryScore.ts';
export {
  type Better,
  type Comparison,
  type ComparisonOptions,
  pairedComparison,
  twoSampleComparison,
} from './compare.ts';
export {
  type ErrorBudget,
  type ErrorBudgetOptions,
  errorBudget,
} from './errorBudget.ts';
export { type GateDecision, type GateReport, type GateRule, gate, gates } from './gate.ts';
export {
  type GroupSequential,
  type GroupSequentialDesign,
  type GroupSequentialOptions,
  groupSequential,
} from './groupSequential.ts';
export type { Hypotheses } from './hypotheses.ts';
export {
  type Classification,
  type HarmfulDirection,
  type KayentaOptions,
  type KayentaResult,
  kayentaClassify,
} from './kayenta.ts';
export { type Msprt, type MsprtOptions, type MsprtReading, msprt, msprtMonitor } from './msprt.ts';
export {
  type AlertPolicy,
  type AlertReading,
  alertTimeline,
  type BurnRule,
  bothWindowsBurn,
  burnRules,
  multiWindowAlert,
  type RuleReading,
  type Severity,
} from './multiWindowAlert.ts';
export {
  type OperatingCharacteristic,
  type OperatingCharacteristicOptions,
  operatingCharacteristic,
} from './operatingCharacteristic.ts';
export { type RollbackReading, type RollbackRule, rollbackTrigger } from './rollbackTrigger.ts';
export { type SampleRatio, sampleRatio } from './sampleRatio.ts';
export { obrienFlemingSpending, pocockSpending, powerSpending, type Spending } from './spending.ts';
export { type Sprt, type SprtDecision, type SprtOptions, type SprtReading, sprt } from './sprt.ts';
export { type SprtCharacteristic, sprtCharacteristic } from './sprtCharacteristic.ts';
export type { TrafficEvent } from './trafficCounts.ts';
