import { mean } from '../../engine/stats/index.ts';
import { arrivedAt, sortedFirst, sortedOfReplica, sortedWaiting } from './arrived.ts';
import { type Definition, estimateQuantile, type QuantileEstimate, shareWithin } from './estimate.ts';
import { type Result, replicaFactors, type Settings, stallStart, type View } from './model.ts';

/** Quantile levels that the reader can choose. */
export const levels = { p50: 0.5, p90: 0.9, p95: 0.95, p99: 0.99, p999: 0.999 } as const;
export type Level = keyof typeof levels;

/** Names of the levels as they are read: the key is what a link carries. */
export const levelNames: Readonly<Record<Level, string>> = {
  p50: 'p50',
  p90: 'p90',
  p95: 'p95',
  p99: 'p99',
  p999: 'p99.9',
};

/** How the samples are read; none of these needs new samples. */
export interface Lens {
  readonly slo: number;
  readonly level: Level;
  readonly definition: Definition;
}

interface Common {
  readonly view: View;
  readonly n: number;
  /** The first n latencies in increasing order, ms. */
  readonly sample: Float64Array;
  readonly estimate: QuantileEstimate;
  readonly median: number;
  readonly p99: number;
  readonly mean: number;
  readonly withinSlo: number;
}

export interface DistributionReading extends Common {
  readonly view: 'distribution';
}

export interface ReplicasReading extends Common {
  readonly view: 'replicas';
  /** Replicas that have answered at least one request. */
  readonly replicas: readonly ReplicaReading[];
  /** Mean of the replicas' quantiles: a number that is no quantile of anything. */
  readonly average: number;
}

export interface ReplicaReading {
  readonly name: string;
  readonly factor: number;
  /** Its latencies in increasing order, ms. */
  readonly sample: Float64Array;
  readonly estimate: QuantileEstimate;
}

export interface RecordingReading extends Common {
  readonly view: 'recording';
  /** What the generator that waits recorded. */
  readonly waiting: Float64Array;
  readonly waitingEstimate: QuantileEstimate;
  readonly omitted: number;
  /** Undefined without a stall, or before it began. */
  readonly stall: Stall | undefined;
}

/** When the target stalled, in seconds of the test. */
export interface Stall {
  readonly start: number;
  readonly end: number;
}

export type Reading = DistributionReading | ReplicasReading | RecordingReading;

/** Everything that the picture, sentence, table and decision say of the requests that have arrived at a time. */
export function readAt(result: Result, time: number, lens: Lens): Reading {
  const { settings } = result;
  const { definition } = lens;
  const p = levels[lens.level];
  const n = arrivedAt(result, time);
  const sample = sortedFirst(result, n);
  const common = {
    n,
    sample,
    estimate: estimateQuantile(sample, p, definition),
    median: estimateQuantile(sample, 0.5, definition).value,
    p99: estimateQuantile(sample, 0.99, definition).value,
    mean: mean(sample),
    withinSlo: shareWithin(sample, lens.slo),
  };
  if (settings.view === 'replicas') {
    const replicas = replicaFactors(settings).flatMap((factor, index) => {
      const own = sortedOfReplica(result, n, index);
      return own.length > 0
        ? [{ name: replicaName(index), factor, sample: own, estimate: estimateQuantile(own, p, definition) }]
        : [];
    });
    return {
      ...common,
      view: 'replicas',
      replicas,
      average: mean(replicas.map(({ estimate }) => estimate.value)),
    };
  }
  if (settings.view === 'recording') {
    const waiting = sortedWaiting(result, n);
    return {
      ...common,
      view: 'recording',
      waiting,
      waitingEstimate: estimateQuantile(waiting, p, definition),
      omitted: n - waiting.length,
      stall: stallSeen(settings, n),
    };
  }
  return { ...common, view: 'distribution' };
}

export const replicaName = (index: number): string => `replica ${String.fromCharCode(65 + index)}`;

function stallSeen(settings: Settings, n: number): Stall | undefined {
  const start = stallStart(settings);
  if (settings.stall === 0 || (n - 1) / settings.rate < start) return undefined;
  return { start, end: start + settings.stall };
}

const known = new WeakMap<Lens, { result: Result; time: number; reading: Reading }>();

/** `readAt`, remembered for a snapshot's values: picture, sentence, table and decision ask for the same reading. */
export function readingOf(now: {
  readonly values: Lens;
  readonly result: Result | undefined;
  readonly time: number;
}): Reading | undefined {
  const { values, result, time } = now;
  if (!result) return undefined;
  const before = known.get(values);
  if (before?.result === result && before.time === time) return before.reading;
  const reading = readAt(result, time, values);
  known.set(values, { result, time, reading });
  return reading;
}
