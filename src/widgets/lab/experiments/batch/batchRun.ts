import { type BatchCost, commonRounds, fitBatchCost } from '../../../../engine/benchmark/index.ts';
import { type BatchFit, stampedFit } from '../../../../store/batchFit.ts';
import type { Measurement } from '../../../../store/measurements.ts';
import type { Dot } from '../../../chart/index.ts';

/** The rows of a run in the order of their batch sizes, with the line through them. */
export interface BatchRun {
  readonly rows: readonly Measurement[];
  /** Null where too little was measured. */
  readonly fit: BatchCost | null;
}

export function batchRun(measured: readonly Measurement[]): BatchRun {
  const rows = measured.toSorted((one, other) => one.batch - other.batch);
  const batches = rows.map(({ batch }) => batch);
  const rounds = commonRounds(rows.map(({ chart }) => chart.blocks));
  return { rows, fit: new Set(batches).size < 2 ? null : fitBatchCost(batches, rounds) };
}

/** The line as a lesson takes it along. */
export function fitToSend({ rows }: BatchRun, fit: BatchCost): BatchFit | null {
  const [first] = rows;
  if (!first) return null;
  const { name, precision } = first.model;
  return stampedFit({
    runId: first.runId,
    model: { name, precision },
    device: first.device,
    batches: rows.map(({ batch }) => batch),
    measurements: rows.map(({ fingerprint }) => fingerprint),
    fixedMs: fit.fixed,
    perItemMs: fit.perItem,
    straight: fit.straight,
    rounds: fit.rounds,
  });
}

/** Rows a second at a row's median, with the interval that the median's gives. */
export function measuredThroughput({ batch, report: { p50 } }: Measurement): Dot {
  const { value, lower, upper } = p50;
  const rate = (milliseconds: number) => (1000 * batch) / milliseconds;
  return {
    x: batch,
    y: rate(value),
    ...(lower !== null && upper !== null && { low: rate(upper), high: rate(lower) }),
  };
}
