export { type DelayCurveOptions, type DelayPoint, delayCurve } from './delayCurve.ts';
export { type ErlangAMeasures, erlangA, erlangB, erlangC } from './erlang.ts';
export { type GeneralQueue, gg1, ggc, md1, mg1 } from './general.ts';
export { type LittlesLaw, littlesLaw } from './littlesLaw.ts';
export type { QueueMeasures } from './measures.ts';
export { type Mm1Measures, mm1 } from './mm1.ts';
export { mmc } from './mmc.ts';
export { type MmckMeasures, mmck } from './mmck.ts';
export { serversFor } from './serversFor.ts';
