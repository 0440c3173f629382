export type { ArrivalSource, Arrivals } from '../random/arrivals/arrivals.ts';
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
export { type Frame, frameAt } from './frameAt.ts';
export { type LittlesLawWindow, littlesLawWindow, type Stays } from './littlesLawWindow.ts';
export { ChangeKind, type Changes, type Log, Outcome } from './log.ts';
export { indexLog, type LogIndex } from './logIndex.ts';
export type { Measures, Summary } from './measures.ts';
export {
  correctOmission,
  type Recording,
  type RecordingOptions,
  recordClosedLoop,
  recordOpenLoop,
} from './recording.ts';
export { type SamplePath, samplePath } from './samplePath.ts';
export type { Pause } from './schedule/pauses.ts';
export type { Spike } from './schedule/spikes.ts';
export { simulate } from './simulate.ts';
export { type Steps, stepArea } from './stepArea.ts';
export { type SummarizeOptions, summarize } from './summarize.ts';
export type { SimulateOptions, System } from './system.ts';
export type { Tally } from './tally.ts';
