import {
  buildReport,
  type EnvironmentStamp,
  keptSamples,
  type Placement,
  type Report,
  type RunChart,
} from '../../../engine/benchmark/index.ts';
import { LabFailure } from '../failures.ts';
import type { Opened } from '../protocol.ts';
import { describeBrowser } from './describeBrowser.ts';
import type { Configuration } from './plan.ts';
import type { OpenRow } from './row.ts';
import { noteStart } from './warmCache.ts';

/** A finished row, before it is saved. */
export interface RowResult {
  readonly configuration: Configuration;
  /** Samples that count, in order, in milliseconds for one run of the whole batch. */
  readonly serviceTimes: readonly number[];
  /** Right answers on the held-out set, where they were asked for. */
  readonly accuracy: { readonly correct: number; readonly rows: number } | null;
  readonly report: Report;
  readonly chart: RunChart;
  readonly stamp: EnvironmentStamp;
}

/** Closes a row: the gate on its last sample, where the nodes ran, the report. */
export async function finishRow(row: OpenRow): Promise<RowResult> {
  const { bench, configuration, prepared, warmed, blocks } = row;
  const { client, opened } = bench;
  const { batch } = configuration;
  const { gate } = await client.check(batch);
  if (!gate.passed)
    throw new LabFailure('wrong-answer', `on the last sample, largest difference ${gate.maxAbsolute}`, gate);
  const { heldOutUrl } = configuration;
  const scored = heldOutUrl === undefined ? null : await client.score(heldOutUrl);
  const { placement } = await client.place(batch);
  const { outcome, windows } = warmed;
  const chart: RunChart = {
    warmUp: [...windows],
    steadyFrom: outcome.kind === 'steady' ? outcome.from : null,
    blocks: [...blocks],
  };
  const warmCache = noteStart(opened);
  return {
    configuration,
    serviceTimes: keptSamples(blocks),
    accuracy: scored && { correct: scored.correct, rows: scored.rows },
    report: buildReport({
      chart,
      warmUp: outcome,
      batch,
      innerRuns: warmed.innerRuns,
      stop: row.stop ?? 'time',
      cold: { ...opened.cold, firstRunMs: prepared.firstRunMs, warmCache },
      gateBefore: prepared.gate,
      gateAfter: gate,
    }),
    chart,
    stamp: environmentStamp(opened, configuration.threads, placement),
  };
}

/** The environment of whatever an open worker measured. */
export function environmentStamp(
  opened: Opened,
  threadsAsked: number,
  placement: Placement | null,
): EnvironmentStamp {
  return {
    userAgent: navigator.userAgent,
    ...describeBrowser(navigator.userAgent),
    cores: navigator.hardwareConcurrency,
    isolated: window.crossOriginIsolated,
    threadsAsked,
    threadsRunning: opened.threadsRunning,
    timerStepMs: opened.timerStepMs,
    runtime: opened.runtime,
    runtimeVersion: opened.runtimeVersion,
    adapter: opened.adapter,
    placement,
  };
}
