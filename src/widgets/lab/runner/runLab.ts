import { blockOrder } from '../../../engine/benchmark/index.ts';
import { LabFailure } from '../failures.ts';
import { createBenches } from './bench.ts';
import { type Configuration, onProcessor, type Plan, type Step, type Target } from './plan.ts';
import { finishRow, type RowResult } from './result.ts';
import { type OpenRow, openRow, type RowContext, sampleRow } from './row.ts';
import { watchVisibility } from './visibility.ts';
import { workerClient } from './workerClient.ts';

/** What happens during a run, row by row. */
export type RunEvent =
  | { readonly type: 'row'; readonly configuration: Target }
  | { readonly type: 'step'; readonly row: string; readonly step: Step; readonly share: number | null }
  | { readonly type: 'notice'; readonly row: string; readonly sentence: string }
  | { readonly type: 'failed'; readonly row: string; readonly failure: LabFailure }
  | { readonly type: 'result'; readonly row: string; readonly result: RowResult };

/**
 * Measures every configuration of the plan: opens and warms them up one after another, then lets them take turns
 * block by block (A B B A) until each has stopped, then closes them. A lost graphics device is tried once more on
 * a fresh one; lost again, the row has failed and WASM with one thread takes its place.
 *
 * @param signal  cancels: all workers are ended and the promise rejects with the signal's reason
 */
export async function runLab(
  plan: Plan,
  emit: (event: RunEvent) => void,
  signal: AbortSignal,
  connect: typeof workerClient = workerClient,
): Promise<void> {
  const visibility = watchVisibility();
  const benches = createBenches(plan.additionUrl, connect);
  const cancel = () => benches.endAll(signal.reason);
  signal.addEventListener('abort', cancel);
  const open = new Map<string, OpenRow>();
  const retried = new Set<string>();
  const known = new Set(plan.configurations.map(({ id }) => id));

  const contextOf = ({ id: row }: Configuration): RowContext => ({
    plan,
    visibility,
    benches,
    report: (step, share) => emit({ type: 'step', row, step, share }),
    notice: (sentence) => emit({ type: 'notice', row, sentence }),
  });
  const start = async (configuration: Configuration): Promise<void> => {
    signal.throwIfAborted();
    open.set(configuration.id, await openRow(configuration, contextOf(configuration)));
  };
  /** Does `work` for a row; a failure ends that row, and those in the same worker, not the run. */
  const attempt = async (configuration: Configuration, work: () => Promise<void>): Promise<void> => {
    const { id } = configuration;
    try {
      await work();
    } catch (error) {
      signal.throwIfAborted();
      const failure = error instanceof LabFailure ? error : new LabFailure('runtime', String(error));
      // A worker that has answered is left to the rows that share it; one that is gone or lost is not.
      if (failure.code !== 'wrong-answer') benches.end(open.get(id)?.configuration ?? configuration, failure);
      open.delete(id);
      if (failure.code === 'device-lost' && !retried.has(id)) {
        retried.add(id);
        contextOf(configuration).notice(
          'The graphics device was lost. Those samples do not count; tried again on a fresh device.',
        );
        return await attempt(configuration, () => start(configuration));
      }
      emit({ type: 'failed', row: id, failure });
      const instead = onProcessor(configuration);
      if (failure.code === 'device-lost' && !known.has(instead.id)) {
        known.add(instead.id);
        emit({ type: 'row', configuration: instead });
        contextOf(instead).notice('Measured instead of WebGPU, whose device was lost twice.');
        await attempt(instead, () => start(instead));
      }
    }
  };

  try {
    for (const configuration of plan.configurations) emit({ type: 'row', configuration });
    for (const configuration of plan.configurations) await attempt(configuration, () => start(configuration));
    for (let round = 0; ; round++) {
      const running = [...open.values()].filter((row) => row.stop === null);
      if (running.length === 0) break;
      for (const index of blockOrder(running.length, round, plan.seed)) {
        const row = running[index];
        if (!row) continue;
        await visibility.visible(signal);
        signal.throwIfAborted();
        await attempt(row.configuration, () => sampleRow(row, round, contextOf(row.configuration)));
      }
    }
    for (const row of [...open.values()]) {
      const { configuration } = row;
      contextOf(configuration).report('closing', null);
      await attempt(configuration, async () => {
        const result = await finishRow(row);
        emit({ type: 'result', row: configuration.id, result });
      });
    }
  } finally {
    signal.removeEventListener('abort', cancel);
    visibility.stop();
    benches.endAll();
  }
}
