export { asymptoticWaitVariance } from './asymptoticVariance.ts';
export { parallelAvailability, redundantAvailability, seriesAvailability } from './availability.ts';
export type { CacheMeasures } from './caching/characteristicTime.ts';
export { fifoCache, lfuCache, lruCache, type TtlCacheMeasures, ttlCache } from './caching/policies.ts';
export type { Popularity } from './caching/popularity.ts';
export { type ClosedNetworkMeasures, closedNetwork } from './closedNetwork.ts';
export { type DelayCurveOptions, type DelayPoint, delayCurve } from './delayCurve.ts';
export {
  type DynamicBatchingMeasures,
  type DynamicBatchingOptions,
  dynamicBatching,
} from './dynamicBatching.ts';
export { erlangB, erlangC, offeredLoadFor } from './erlang.ts';
export { type ErlangAMeasures, erlangA } from './erlangA.ts';
export { fanOut, forkJoin } from './fanOut.ts';
export { allenCunneen, type GeneralQueue, gg1, ggc, kingman, sakasegawa } from './general.ts';
export { gim1 } from './gim1.ts';
export { type HedgedMeasures, type HedgeTime, hedgedRequest } from './hedgedRequest.ts';
export { jackson, type NetworkMeasures, type Station, tandem } from './jackson.ts';
export { jsq2 } from './jsq2.ts';
export { type LittlesLaw, littlesLaw } from './littlesLaw.ts';
export { md1 } from './md1.ts';
export type { QueueMeasures } from './measures.ts';
export { type Mg1Options, mg1 } from './mg1.ts';
export { type MarkovMeasures, mm1 } from './mm1.ts';
export { mmc } from './mmc.ts';
export { type MmckMeasures, mmck } from './mmck.ts';
export { mmppM1 } from './mmppM1.ts';
export { type PowerOfDMeasures, powerOfD } from './powerOfD.ts';
export {
  nonPreemptivePriority,
  type PriorityClass,
  type PriorityMeasures,
  preemptivePriority,
} from './priority.ts';
export { type RetryMeasures, retryAmplification } from './retries.ts';
export { roundRobin } from './roundRobin.ts';
export { amdahl, type Scalability, usl } from './scalability.ts';
export { serversFor } from './serversFor.ts';
export { type SetupMeasures, setupTimes } from './setupTimes.ts';
export {
  processorSharing,
  type SizeBasedMeasures,
  shortestJobFirst,
  shortestRemainingFirst,
} from './sizeBased.ts';
