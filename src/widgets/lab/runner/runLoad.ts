import {
  arrivalSchedule,
  keptSamples,
  loadOrder,
  type Replay,
  replayOpenLoop,
  touchesHidden,
} from '../../../engine/benchmark/index.ts';
import { mean } from '../../../engine/stats/index.ts';
import { createBenches } from './bench.ts';
import type { Configuration, Plan, Target } from './plan.ts';
import { finishRow, type RowResult } from './result.ts';
import { type OpenRow, openRow, type RowContext, sampleRow } from './row.ts';
import type { RunEvent } from './runLab.ts';
import { watchVisibility } from './visibility.ts';
import { workerClient } from './workerClient.ts';

export interface LoadPlan extends Omit<Plan, 'configurations'> {
  readonly configuration: Configuration;
  /** ρ = λ·E[S] of each load. */
  readonly loads: readonly number[];
  /** A load ends at so many requests or when its arrivals have come for so long. */
  readonly mostRequests: number;
  readonly mostMs: number;
}

/** The requests of one load, times in milliseconds from its start. */
export interface ServedLoad {
  readonly load: number;
  /** Requests a second. */
  readonly rate: number;
  readonly scheduled: number[];
  readonly start: number[];
  readonly finish: number[];
  readonly discarded: 'hidden' | null;
  readonly replay: Replay;
}

export interface LoadResult {
  readonly service: RowResult;
  /** In the order in which they were taken. */
  readonly points: readonly ServedLoad[];
}

/** What a load is called, as a row of the progress. */
export const loadRow = (load: number, { provider, threads }: Target): Target => ({
  id: `load ${load}`,
  name: `ρ = ${load}`,
  provider,
  threads,
});

const pauseMs = 250;

/**
 * Measures the service times by the usual protocol (gate, warm-up, stopping rule), one run a sample because one request
 * is one run; then sends the loads' schedules to the same session in a seeded order, a pause between them. A load
 * during which the tab was hidden is marked as discarded. Then the gate once more, on the last answer.
 *
 * @param signal  cancels: the worker is ended and the promise rejects with the signal's reason
 */
export async function runLoad(
  plan: LoadPlan,
  emit: (event: RunEvent) => void,
  signal: AbortSignal,
  connect: typeof workerClient = workerClient,
): Promise<LoadResult> {
  const { configuration, loads, seed } = plan;
  const visibility = watchVisibility();
  const benches = createBenches(plan.additionUrl, connect);
  const cancel = () => benches.endAll(signal.reason);
  signal.addEventListener('abort', cancel);
  const context: RowContext = {
    plan: { ...plan, configurations: [configuration] },
    visibility,
    benches,
    report: (step, share) => emit({ type: 'step', row: configuration.id, step, share }),
    notice: (sentence) => emit({ type: 'notice', row: configuration.id, sentence }),
  };
  try {
    emit({ type: 'row', configuration });
    for (const load of loads) emit({ type: 'row', configuration: loadRow(load, configuration) });
    const row = await sampleAlone(await openRow(configuration, context), context, signal);
    context.report('done', 1);
    const service = keptSamples(row.blocks);
    const points: ServedLoad[] = [];
    for (const index of loadOrder(loads.length, seed)) {
      const load = loads[index];
      if (load === undefined) continue;
      await pause(signal);
      await visibility.visible(signal);
      const { id } = loadRow(load, configuration);
      emit({ type: 'step', row: id, step: 'serving', share: null });
      points.push(await serveLoad(load, service, row, context, plan));
      emit({ type: 'step', row: id, step: 'done', share: 1 });
    }
    return { service: await finishRow(row), points };
  } catch (error) {
    signal.throwIfAborted();
    throw error;
  } finally {
    signal.removeEventListener('abort', cancel);
    visibility.stop();
    benches.endAll();
  }
}

const sampleAlone = async (row: OpenRow, context: RowContext, signal: AbortSignal): Promise<OpenRow> => {
  const single: OpenRow = { ...row, warmed: { ...row.warmed, innerRuns: 1 } };
  for (let round = 0; single.stop === null; round++) {
    await context.visibility.visible(signal);
    signal.throwIfAborted();
    await sampleRow(single, round, context);
  }
  return single;
};

const serveLoad = async (
  load: number,
  service: readonly number[],
  { bench, configuration }: OpenRow,
  { visibility }: RowContext,
  { seed, mostRequests, mostMs }: LoadPlan,
): Promise<ServedLoad> => {
  const rate = (1000 * load) / mean(service);
  const scheduled = arrivalSchedule({ rate, name: String(load), seed, mostRequests, mostMs });
  const { startMs, endMs, start, finish } = await bench.client.serve({
    type: 'serve',
    batch: configuration.batch,
    arrivals: scheduled,
    limitMs: Math.min(3 * mostMs, longestMs),
  });
  const hidden = touchesHidden({ from: startMs, to: endMs }, visibility.hidden());
  const replay = replayOpenLoop(scheduled, service, { seed });
  return { load, rate, scheduled, start, finish, discarded: hidden ? 'hidden' : null, replay };
};

// Under the watchdog's patience.
const longestMs = 45_000;

const pause = (signal: AbortSignal): Promise<void> =>
  new Promise((resolve, reject) => {
    const timer = setTimeout(resolve, pauseMs);
    signal.addEventListener('abort', () => {
      clearTimeout(timer);
      reject(signal.reason);
    });
  });
