import { batchMeans, mean, quantile, variance } from '../stats/index.ts';
import { effectiveSamples } from './effectiveSamples.ts';
import { estimateQuantile } from './quantileEstimate.ts';

/** Requests in the order of their arrival, times in milliseconds of one clock. */
export interface OpenLoopLog {
  /** When the schedule has each request arrive, whether or not anybody was ready to take it. */
  readonly scheduled: readonly number[];
  readonly start: readonly number[];
  /** As many as were served: fewer than were scheduled when the time ran out. */
  readonly finish: readonly number[];
}

/** A value with its 95 % interval; a bound that this run cannot give is null. */
export interface Bounded {
  readonly value: number;
  readonly lower: number | null;
  readonly upper: number | null;
}

/** What the requests of one load met. Times in milliseconds. */
export interface OpenLoopSummary {
  readonly served: number;
  /** Requests in the numbers below: all but the first tenth. */
  readonly counted: number;
  /** Latency from the scheduled time. */
  readonly mean: Bounded;
  readonly p95: Bounded;
  readonly meanWait: number;
  readonly meanService: number;
  /** Scheduled requests from which on the mean has an interval; Infinity where the load is 1 or more. */
  readonly needed: number;
  /** Median time from when a request could have started until it did: the measuring loop's own. */
  readonly dispatch: number;
}

const warmUpShare = 0.1;

/** How many requests at the front are left out: they still met an empty queue. */
export const openLoopWarmUp = (served: number): number => Math.floor(served * warmUpShare);

/**
 * Latency of an open loop. It runs from the scheduled arrival, so that a server that is late with one request is
 * charged for all that come meanwhile (no coordinated omission).
 *
 * Neighbouring requests share a queue, which forgets over its relaxation time, about (1 + CV²)/2 · E[S]/(1 − √ρ)². The
 * mean has a batch-means interval from batches of at least fifteen of those, p95 the order-statistic interval of as many
 * independent values as its exceedances are worth. A run of less than five batches has no interval: the queue cannot
 * be known from the few busy periods that it met, and a rule that asked the run itself would give an interval just
 * when it happened to meet short ones.
 *
 * @throws RangeError when no request was served
 */
export function summarizeOpenLoop(log: OpenLoopLog): OpenLoopSummary {
  const served = log.finish.length;
  if (served === 0) throw new RangeError('No request was served.');
  const first = openLoopWarmUp(served);
  const latencies = openLoopLatencies(log).slice(first);
  const services = openLoopServices(log).slice(first);
  const { relaxation, gap } = forgetting(log, services);
  const batches = Math.min(mostBatches, Math.floor((latencies.length * gap) / (batchLength * relaxation)));
  const enough = batches >= fewestBatches;
  return {
    served,
    counted: latencies.length,
    mean: { value: mean(latencies), ...(enough ? batchMeansOf(latencies, batches) : unknown) },
    p95: p95Of(latencies, enough),
    meanWait: mean(openLoopWaits(log).slice(first)),
    meanService: mean(services),
    needed: Math.ceil((fewestBatches * batchLength * relaxation) / gap / (1 - warmUpShare)),
    dispatch: quantile(
      log.start.map((start, index) => start - readyAt(log, index)),
      0.5,
    ),
  };
}

/** Requests in the system at a time: those that had arrived and were not finished. */
export function inSystemAt({ scheduled, finish }: OpenLoopLog, time: number): number {
  const arrived = scheduled.filter((arrival) => arrival <= time).length;
  return arrived - finish.filter((end) => end <= time).length;
}

/** Finish minus scheduled arrival. */
export const openLoopLatencies = ({ scheduled, finish }: OpenLoopLog): number[] =>
  finish.map((end, index) => end - (scheduled[index] ?? Number.NaN));

/** Start minus scheduled arrival. */
export const openLoopWaits = ({ scheduled, start }: OpenLoopLog): number[] =>
  start.map((begin, index) => begin - (scheduled[index] ?? Number.NaN));

export const openLoopServices = ({ start, finish }: OpenLoopLog): number[] =>
  finish.map((end, index) => end - (start[index] ?? Number.NaN));

const readyAt = ({ scheduled, finish }: OpenLoopLog, index: number): number =>
  Math.max(scheduled[index] ?? Number.NaN, finish[index - 1] ?? Number.NEGATIVE_INFINITY);

const [batchLength, fewestBatches, mostBatches] = [15, 5, 20];
const unknown = { lower: null, upper: null };

/** Relaxation time of the queue and mean gap between arrivals, in milliseconds. */
const forgetting = ({ scheduled }: OpenLoopLog, services: readonly number[]) => {
  const gap = (scheduled.at(-1) ?? Number.NaN) / scheduled.length;
  const service = mean(services);
  const utilization = service / gap;
  const scv = services.length > 1 ? variance(services) / service ** 2 : 0;
  const idle = 1 - Math.sqrt(utilization);
  return { gap, relaxation: idle > 0 ? (((1 + scv) / 2) * service) / idle ** 2 : Number.POSITIVE_INFINITY };
};

const batchMeansOf = (latencies: readonly number[], batches: number) => {
  const { lower, upper } = batchMeans(latencies, { batches });
  return { lower, upper };
};

const p95Of = (latencies: readonly number[], enough: boolean): OpenLoopSummary['p95'] => {
  const value = quantile(latencies, 0.95, 'inverted_cdf');
  if (!enough) return { value, ...unknown };
  const above = latencies.map((latency) => (latency >= value ? 1 : 0));
  const { lower, upper } = estimateQuantile(latencies, 0.95, effectiveSamples(above));
  return { value, lower, upper };
};
