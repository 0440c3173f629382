import {
  findSteadyState,
  type Interval,
  innerRuns,
  touchesHidden,
  type WarmUp,
  type Window,
} from '../../../engine/benchmark/index.ts';
import { quantile } from '../../../engine/stats/index.ts';
import type { Sampled } from '../protocol.ts';
import type { Plan } from './plan.ts';
import type { WorkerClient } from './workerClient.ts';

/** A finished warm-up: its run chart, what it found and how many runs a sample holds from now on. */
export interface WarmedUp {
  readonly windows: readonly Window[];
  readonly outcome: WarmUp;
  readonly innerRuns: number;
  /** When it began, in milliseconds since 1970: zero of the run chart. */
  readonly originMs: number;
}

const chunkMs = 250;
const windowMs = 20;

/** Runs until the run chart is steady and the shortest time has passed, or until the longest time has. */
export async function warmUp(
  client: WorkerClient,
  batch: number,
  plan: Plan,
  timerStepMs: number,
  hidden: () => readonly Interval[],
  progress: (share: number) => void,
): Promise<WarmedUp> {
  const first = await client.block({
    type: 'block',
    batch,
    innerRuns: 1,
    milliseconds: 30,
    calibrate: false,
  });
  let inner = innerRuns(atLeastStep(quantile(first.samples, 0.5), timerStepMs), timerStepMs);
  const originMs = first.startMs;
  const windows: Window[] = [];
  let outcome: WarmUp = { kind: 'none' };
  let elapsed = 0;
  while (elapsed < plan.warmUp.longestMs) {
    const chunk = await client.block({
      type: 'block',
      batch,
      innerRuns: inner,
      milliseconds: chunkMs,
      calibrate: false,
    });
    elapsed = chunk.endMs - originMs;
    progress(Math.min(1, elapsed / plan.warmUp.longestMs));
    if (touchesHidden({ from: chunk.startMs, to: chunk.endMs }, hidden())) continue;
    windows.push(...intoWindows(chunk, originMs));
    outcome = findSteadyState(windows.map((window) => window.medianMs));
    if (outcome.kind === 'steady' && elapsed >= plan.warmUp.shortestMs) break;
    // Warm code is faster: keep the sample's span while warming up.
    inner = innerRuns(atLeastStep(windows.at(-1)?.medianMs ?? 0, timerStepMs), timerStepMs);
  }
  const steady = windows
    .slice(outcome.kind === 'steady' ? outcome.from : -12)
    .map((window) => window.medianMs);
  if (steady.length > 0) inner = innerRuns(atLeastStep(quantile(steady, 0.25), timerStepMs), timerStepMs);
  return { windows, outcome, innerRuns: inner, originMs };
}

// One run can be shorter than a step and then reads as 0; a tenth of a step is more than fast enough to plan for.
const atLeastStep = (milliseconds: number, stepMs: number): number => Math.max(milliseconds, stepMs / 10);

/** The median run time in each stretch of some 20 ms; a run longer than that is a window of its own. */
export const intoWindows = (chunk: Sampled, originMs: number): Window[] => {
  const total = chunk.samples.reduce((sum, sample) => sum + sample, 0);
  const scale = (chunk.endMs - chunk.startMs) / (total || 1);
  const windows: Window[] = [];
  let held: number[] = [];
  let startMs = chunk.startMs - originMs;
  let clock = startMs;
  for (const sample of chunk.samples) {
    held.push(sample);
    clock += sample * scale;
    if (clock - startMs < windowMs) continue;
    windows.push({ startMs, endMs: clock, medianMs: quantile(held, 0.5) });
    held = [];
    startMs = clock;
  }
  return windows;
};
