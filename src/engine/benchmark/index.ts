export { arrivalSchedule, loadOrder, type ScheduledLoad } from './arrivalSchedule.ts';
export { blockOrder } from './blockOrder.ts';
export { buildReport, type Finished, relativeHalfWidth } from './buildReport.ts';
export { busyCores } from './busyCores.ts';
export { calibrationKernel } from './calibrationKernel.ts';
export { type Precision, precisions } from './cardFields.ts';
export { changepoints, type Segment } from './changepoints.ts';
export { commonRounds } from './commonRounds.ts';
export { type Comparison, compareBlocks } from './compareBlocks.ts';
export { type DecodingTimes, decodingTimes } from './decodingTimes.ts';
export { dominatedBy } from './dominated.ts';
export { calibrationDrift, type Drift } from './drift.ts';
export { effectiveSamples } from './effectiveSamples.ts';
export {
  type Adapter,
  adapterSchema,
  deviceLabel,
  type EnvironmentStamp,
  environmentStampSchema,
  type Placement,
  placementSchema,
} from './environment.ts';
export { type BatchCost, fitBatchCost } from './fitBatchCost.ts';
export { fitSerialShare, type SerialShare } from './fitSerialShare.ts';
export { correctnessGate, type GateResult, type GateRule } from './gate.ts';
export { halfBits, halfValue } from './half.ts';
export { type HeldOutSet, readHeldOutSet } from './heldOutSet.ts';
export { type Interval, touchesHidden } from './hidden.ts';
export { innerRuns } from './innerRuns.ts';
export { type KeptAlive, keepAliveFor, keptAlive } from './keepAlive.ts';
export { type LanguageModelCard, languageModelCardSchema } from './languageModelCard.ts';
export { type LatencyGap, latencyGap } from './latencyGap.ts';
export { evenLoad, type PredictedLoad, predictLoad } from './loadPrediction.ts';
export { type MeasuredServiceLaw, measuredServiceLaw } from './measuredServiceLaw.ts';
export { type ModelCard, modelCardSchema } from './modelCard.ts';
export {
  type Bounded,
  inSystemAt,
  type OpenLoopLog,
  type OpenLoopSummary,
  openLoopLatencies,
  openLoopServices,
  openLoopWaits,
  summarizeOpenLoop,
} from './openLoop.ts';
export { predictedClasses, sameClasses } from './predictedClasses.ts';
export { estimateQuantile, type QuantileEstimate } from './quantileEstimate.ts';
export { type ReferenceBatch, referenceBatch } from './referenceBatch.ts';
export { type Repeated, repeated } from './repeatedStarts.ts';
export { type Replay, type ReplayedRange, replayOpenLoop } from './replayOpenLoop.ts';
export { type ColdParts, coldPartsSchema, gateResultSchema, type Report, reportSchema } from './report.ts';
export {
  type Block,
  blockSchema,
  keptSamples,
  type RunChart,
  runChartSchema,
  type Window,
  windowSchema,
} from './runChart.ts';
export { seededValues } from './seededValues.ts';
export { requestsToAmortize, startShare } from './startShare.ts';
export {
  decideStop,
  lookPoint,
  type SamplingState,
  type StopDecision,
  type StoppingRule,
  type StopReason,
  stoppingRule,
} from './stopping.ts';
export { timerStep } from './timerStep.ts';
export { findSteadyState, type WarmUp, type WarmUpRule, warmUpRule } from './warmUp.ts';
