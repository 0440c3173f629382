import {
  blockOrder,
  type EnvironmentStamp,
  findSteadyState,
  innerRuns,
  touchesHidden,
} from '../../../engine/benchmark/index.ts';
import type { ColdRepetition } from '../../../store/coldRun.ts';
import { LabFailure } from '../failures.ts';
import type { Sampled } from '../protocol.ts';
import type { Configuration, MeasuredModel } from './plan.ts';
import { environmentStamp } from './result.ts';
import type { RunEvent } from './runLab.ts';
import { type Visibility, watchVisibility } from './visibility.ts';
import { noteStart } from './warmCache.ts';
import { intoWindows } from './warmUp.ts';
import { type WorkerClient, workerClient } from './workerClient.ts';

export interface ColdPlan {
  /** One for each engine, all of the same model and batch. */
  readonly configurations: readonly (Configuration & { readonly model: MeasuredModel })[];
  readonly additionUrl: string;
  /** Starts of each engine. */
  readonly repetitions: number;
  /** How long each start is watched after its first run. */
  readonly watchMs: number;
  readonly seed: number;
}

export interface StartedEngine {
  readonly configuration: Configuration;
  readonly stamp: EnvironmentStamp;
}

export interface ColdResult {
  readonly engines: readonly StartedEngine[];
  readonly repetitions: readonly ColdRepetition[];
}

/**
 * Starts every engine again and again, each time in a fresh worker that is ended afterwards; the engines take turns in a
 * seeded order. An engine that fails is left out of the rest; when none is left, its failure is thrown.
 *
 * @param signal  cancels: the worker is ended and the promise rejects with the signal's reason
 */
export async function runCold(
  plan: ColdPlan,
  emit: (event: RunEvent) => void,
  signal: AbortSignal,
  connect: typeof workerClient = workerClient,
): Promise<ColdResult> {
  const visibility = watchVisibility();
  const engines = new Map<string, StartedEngine>();
  const repetitions: ColdRepetition[] = [];
  const failed = new Map<string, LabFailure>();
  try {
    for (const configuration of plan.configurations) emit({ type: 'row', configuration });
    for (let round = 0; round < plan.repetitions; round++) {
      for (const index of blockOrder(plan.configurations.length, round, plan.seed)) {
        const configuration = plan.configurations[index];
        if (!configuration || failed.has(configuration.id)) continue;
        await visibility.visible(signal);
        signal.throwIfAborted();
        const row = configuration.id;
        try {
          const { stamp, start } = await startOnce({
            configuration,
            plan,
            emit,
            signal,
            visibility,
            connect,
          });
          engines.set(row, { configuration, stamp });
          repetitions.push({ engine: row, order: repetitions.length, ...start });
          const share = (round + 1) / plan.repetitions;
          emit({ type: 'step', row, step: share < 1 ? 'between' : 'done', share });
        } catch (error) {
          signal.throwIfAborted();
          const failure = error instanceof LabFailure ? error : new LabFailure('runtime', String(error));
          failed.set(row, failure);
          emit({ type: 'failed', row, failure });
        }
      }
    }
  } finally {
    visibility.stop();
  }
  const [first] = failed.values();
  if (repetitions.length === 0) throw first ?? new LabFailure('bad-message', 'no engine is chosen');
  return { engines: [...engines.values()], repetitions };
}

interface OneStart {
  readonly configuration: ColdPlan['configurations'][number];
  readonly plan: ColdPlan;
  readonly emit: (event: RunEvent) => void;
  readonly signal: AbortSignal;
  readonly visibility: Visibility;
  readonly connect: typeof workerClient;
}

const startOnce = async ({ configuration, plan, emit, signal, visibility, connect }: OneStart) => {
  const { provider, threads, model, batch, id: row } = configuration;
  const from = performance.timeOrigin + performance.now();
  const client = connect();
  const cancel = () => client.terminate(signal.reason);
  signal.addEventListener('abort', cancel);
  try {
    const opened = await client.open(
      {
        type: 'open',
        provider,
        threads,
        card: model.card,
        modelUrl: model.url,
        additionUrl: plan.additionUrl,
      },
      (phase) => emit({ type: 'step', row, step: phase, share: null }),
    );
    emit({ type: 'step', row, step: 'firstRun', share: null });
    const { firstRunMs, gate } = await client.prepare(batch);
    if (!gate.passed) throw new LabFailure('wrong-answer', `largest difference ${gate.maxAbsolute}`, gate);
    const watched = await watch(
      client,
      { batch, firstRunMs, watchMs: plan.watchMs, timerStepMs: opened.timerStepMs },
      (share) => emit({ type: 'step', row, step: 'warmUp', share }),
    );
    const hidden = touchesHidden(
      { from, to: performance.timeOrigin + performance.now() },
      visibility.hidden(),
    );
    return {
      stamp: environmentStamp(opened, threads, null),
      start: {
        warmCache: noteStart(opened),
        ...opened.cold,
        firstRunMs,
        ...watched,
        discarded: hidden ? ('hidden' as const) : null,
      },
    };
  } finally {
    signal.removeEventListener('abort', cancel);
    client.terminate();
  }
};

const chunkMs = 250;
const keptSingly = 200;

/** Runs on for a while and keeps the first runs singly, all of them as windows. */
const watch = async (
  client: WorkerClient,
  { batch, firstRunMs, watchMs, timerStepMs }: Watched,
  progress: (share: number) => void,
): Promise<Pick<ColdRepetition, 'secondRunMs' | 'runsMs' | 'windows' | 'steadyFrom'>> => {
  const take = (inner: number, milliseconds: number): Promise<Sampled> =>
    client.block({ type: 'block', batch, innerRuns: inner, milliseconds, calibrate: false });
  const second = await take(1, 0);
  // The gate and a message lie between the first run and the second: their time is left out.
  const originMs = second.startMs - firstRunMs;
  const singly = await take(1, chunkMs);
  const windows = intoWindows(singly, originMs);
  for (let elapsed = singly.endMs - second.startMs; elapsed < watchMs; ) {
    // From here on a sample is as long as the clock needs it to be.
    const latest = Math.max(windows.at(-1)?.medianMs ?? 0, timerStepMs / 10);
    const chunk = await take(innerRuns(latest, timerStepMs), chunkMs);
    windows.push(...intoWindows(chunk, originMs));
    elapsed = chunk.endMs - second.startMs;
    progress(Math.min(1, elapsed / watchMs));
  }
  const outcome = findSteadyState(windows.map(({ medianMs }) => medianMs));
  return {
    secondRunMs: second.samples[0] ?? Number.NaN,
    runsMs: singly.samples.slice(0, keptSingly),
    windows,
    steadyFrom: outcome.kind === 'steady' ? outcome.from : null,
  };
};

interface Watched {
  readonly batch: number;
  readonly firstRunMs: number;
  readonly watchMs: number;
  readonly timerStepMs: number;
}
