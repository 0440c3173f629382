import {
  buildReport,
  type EnvironmentStamp,
  keptSamples,
  type Report,
  type RunChart,
} from '../../../engine/benchmark/index.ts';
import { LabFailure } from '../failures.ts';
import { describeBrowser } from './describeBrowser.ts';
import type { Configuration, Plan } from './plan.ts';
import type { OpenRow } from './row.ts';

/** A finished row, before it is saved. */
export interface RowResult {
  readonly configuration: Configuration;
  readonly batch: number;
  /** Samples that count, in order, in milliseconds for one run of the whole batch. */
  readonly serviceTimes: readonly number[];
  readonly report: Report;
  readonly chart: RunChart;
  readonly stamp: EnvironmentStamp;
}

const startedRuntimes = new Set<string>();

/** Closes a row: the gate on its last sample, where the nodes ran, the report. */
export async function finishRow(row: OpenRow, plan: Plan): Promise<RowResult> {
  const closed = await row.client.close();
  row.client.terminate();
  if (!closed.gate.passed)
    throw new LabFailure('wrong-answer', `on the last sample, largest difference ${closed.gate.maxAbsolute}`);
  const { opened, warmed, blocks } = row;
  const { outcome, windows } = warmed;
  const chart: RunChart = {
    warmUp: [...windows],
    steadyFrom: outcome.kind === 'steady' ? outcome.from : null,
    blocks: [...blocks],
  };
  const warmCache = opened.fromCache || startedRuntimes.has(opened.runtime);
  startedRuntimes.add(opened.runtime);
  return {
    configuration: row.configuration,
    batch: plan.batch,
    serviceTimes: keptSamples(blocks),
    report: buildReport({
      chart,
      warmUp: outcome,
      batch: plan.batch,
      innerRuns: warmed.innerRuns,
      stop: row.stop ?? 'time',
      cold: { ...opened.cold, warmCache },
      gateBefore: opened.gate,
      gateAfter: closed.gate,
    }),
    chart,
    stamp: {
      userAgent: navigator.userAgent,
      ...describeBrowser(navigator.userAgent),
      cores: navigator.hardwareConcurrency,
      isolated: window.crossOriginIsolated,
      threadsAsked: row.configuration.threads,
      threadsRunning: opened.threadsRunning,
      timerStepMs: opened.timerStepMs,
      runtime: opened.runtime,
      runtimeVersion: opened.runtimeVersion,
      adapter: opened.adapter,
      placement: closed.placement,
    },
  };
}
