export type { ArrivalSource, Arrivals } from '../random/arrivals/arrivals.ts';
export { diurnal } from '../random/arrivals/diurnal.ts';
export { mmpp } from '../random/arrivals/mmpp.ts';
export { deterministic, poisson, renewal } from '../random/arrivals/renewal.ts';
export { trace } from '../random/arrivals/trace.ts';
export type { Law } from '../random/law.ts';
export { constant } from '../random/laws/constant.ts';
export { empirical } from '../random/laws/empirical.ts';
export { erlang } from '../random/laws/erlang.ts';
export { exponential } from '../random/laws/exponential.ts';
export { gamma } from '../random/laws/gamma.ts';
export { hyperexponential } from '../random/laws/hyperexponential.ts';
export { lognormal } from '../random/laws/lognormal.ts';
export { pareto } from '../random/laws/pareto.ts';
export { uniform } from '../random/laws/uniform.ts';
export { weibull } from '../random/laws/weibull.ts';
export { type ZipfLaw, zipf } from '../random/laws/zipf.ts';
export type { Admission, Door, Gate } from './admission/admission.ts';
export { type AimdOptions, aimdConcurrency } from './admission/aimdConcurrency.ts';
export { boundedQueue } from './admission/boundedQueue.ts';
export { type CodelOptions, codel, codelDropTimes, codelNextDrop } from './admission/codel.ts';
export { deadlineDrop } from './admission/deadlineDrop.ts';
export { type GradientOptions, gradientConcurrency } from './admission/gradientConcurrency.ts';
export { tokenBucket } from './admission/tokenBucket.ts';
export type { Autoscaler } from './autoscaling/autoscaler.ts';
export { type DesiredReplicasOptions, desiredReplicas, kedaReplicas } from './autoscaling/desiredReplicas.ts';
export { type HpaOptions, hpa } from './autoscaling/hpa.ts';
export { type ScaleToZeroOptions, scaleToZero } from './autoscaling/scaleToZero.ts';
export { affineBatch, type BatchLaw } from './batching/affineBatch.ts';
export type { Batching } from './batching/batching.ts';
export { dynamicBatching } from './batching/dynamicBatching.ts';
export type { Cache, CacheState } from './caching/cache.ts';
export { type CacheHitRate, type CacheHitRateOptions, cacheHitRate } from './caching/cacheHitRate.ts';
export { lfu } from './caching/lfu.ts';
export { type CacheOptions, lru } from './caching/lru.ts';
export { type TtlOptions, ttl } from './caching/ttl.ts';
export type { Discipline } from './discipline/discipline.ts';
export { fcfs } from './discipline/fcfs.ts';
export { lifo } from './discipline/lifo.ts';
export { type PriorityOptions, priority } from './discipline/priority.ts';
export { processorSharing } from './discipline/processorSharing.ts';
export { shortestFirst, shortestRemaining } from './discipline/shortestFirst.ts';
export { type Frame, frameAt } from './frameAt.ts';
export type { KeySource } from './keys.ts';
export { type LittlesLawWindow, littlesLawWindow, type Stays } from './littlesLawWindow.ts';
export { ChangeKind, type Changes, type Counts, type Log, Outcome, type Replicas } from './log.ts';
export { indexLog, type LogIndex } from './logIndex.ts';
export type { Measures, Summary } from './measures.ts';
export {
  correctOmission,
  type Recording,
  type RecordingOptions,
  recordClosedLoop,
  recordOpenLoop,
} from './recording.ts';
export { type CircuitBreaker, type CircuitBreakerOptions, circuitBreaker } from './retry/circuitBreaker.ts';
export { type Fork, forkJoin } from './retry/forkJoin.ts';
export { type Hedge, type HedgeOptions, hedge, tied } from './retry/hedge.ts';
export { type Retry, type RetryOptions, retry } from './retry/retry.ts';
export { type RetryBudget, type RetryBudgetOptions, retryBudget } from './retry/retryBudget.ts';
export { type Timeout, type TimeoutOptions, timeout } from './retry/timeout.ts';
export { leastLoaded } from './routing/leastLoaded.ts';
export { leastWork } from './routing/leastWork.ts';
export { powerOfD } from './routing/powerOfD.ts';
export { randomRouting } from './routing/randomRouting.ts';
export { roundRobin } from './routing/roundRobin.ts';
export type { Router, RoutingView } from './routing/router.ts';
export { sticky } from './routing/sticky.ts';
export { weighted } from './routing/weighted.ts';
export type { Sample, SampledTally } from './sampledTally.ts';
export { type SamplePath, samplePath } from './samplePath.ts';
export {
  outage,
  type ScheduledEvent,
  type ServerFault,
  slowdown,
  spike,
  type TrafficSpike,
} from './schedule/faults.ts';
export type { Pause } from './schedule/pauses.ts';
export type { Spike } from './schedule/spikes.ts';
export { simulate } from './simulate.ts';
export { type Line, simulateLine } from './simulateLine.ts';
export { type Steps, stepArea } from './stepArea.ts';
export { type SummarizeOptions, summarize } from './summarize.ts';
export type { SimulateOptions, System } from './system.ts';
export type { Tally } from './tally.ts';
