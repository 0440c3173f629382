import {
  blockOrder,
  calibrationDrift,
  decodingTimes,
  deviceLabel,
  findSteadyState,
  touchesHidden,
  type WarmUp,
} from '../../../../engine/benchmark/index.ts';
import { stampedRun } from '../../../../store/labRuns.ts';
import type { Generation, LanguageRun } from '../../../../store/languageRun.ts';
import { LabFailure } from '../../failures.ts';
import type { Generated } from '../../protocol.ts';
import { environmentStamp } from '../../runner/result.ts';
import type { RunEvent } from '../../runner/runLab.ts';
import { watchVisibility } from '../../runner/visibility.ts';
import { type WorkerClient, workerClient } from '../../runner/workerClient.ts';
import { type PassedGate, passGate, worstGate } from './passGate.ts';
import type { LanguagePlan, Series } from './plan.ts';

type Emit = (event: Exclude<RunEvent, { type: 'result' }>) => void;

/**
 * Measures a language model: the gate first, for every cache layout and batch; then generations until their time per
 * token is steady; then rounds in which every series writes once, in turns (A B B A); then the gate again.
 *
 * @param signal  cancels: the worker is ended and the promise rejects with the signal's reason
 * @throws LabFailure when nothing may be shown
 */
export async function measureLanguage(
  plan: LanguagePlan,
  emit: Emit,
  signal: AbortSignal,
  connect: typeof workerClient = workerClient,
): Promise<LanguageRun> {
  signal.throwIfAborted();
  const { target, card, series } = plan;
  const row = target.id;
  const report = (step: Parameters<typeof stepEvent>[1], share: number | null) =>
    emit(stepEvent(row, step, share));
  emit({ type: 'row', configuration: { ...target, name: plan.name } });
  const client = connect();
  const visibility = watchVisibility();
  const cancel = () => client.terminate(signal.reason);
  signal.addEventListener('abort', cancel);
  try {
    const { provider, threads } = target;
    const { modelUrl, additionUrl } = plan;
    const opened = await client.open(
      { type: 'open', provider, threads, card, modelUrl, additionUrl },
      (phase) => report(phase, null),
    );
    report('firstRun', null);
    const started = performance.now();
    const before = await passGate(client, series);
    const firstRunMs = performance.now() - started;
    if (before.wholePrompt)
      emit({
        type: 'notice',
        row,
        sentence: `Read whole, the reference prompt gives a wrong answer here. In pieces of ${before.piece} tokens it is right, so prompts are read in pieces.`,
      });

    const warmed = await warmUp(client, plan, before, (share) => report('warmUp', share));
    // One round that does not count: every shape has a first run of its own.
    for (const one of series) await write(client, plan, one, before);
    const sampled = await sample(client, plan, before, { visibility, signal, report });
    report('closing', null);
    const after = await passGate(client, series, before.piece);
    report('done', 1);

    const stamp = environmentStamp(opened, threads, null);
    return stampedRun(
      {
        experiment: 'language' as const,
        name: plan.name,
        model: { name: card.name, precision: card.precision, sha256: card.sha256, bytes: card.bytes },
        provider,
        threads: stamp.threadsRunning,
        isolated: stamp.isolated,
        piece: before.piece,
        wholePrompt: before.wholePrompt,
        gateBefore: worstGate(before.gates),
        gateAfter: worstGate(after.gates),
        cold: { ...opened.cold, firstRunMs, warmCache: opened.fromCache },
        warmUp: warmed,
        ...sampled,
        stamp,
        device: deviceLabel(stamp),
      },
      new Date(),
    );
  } finally {
    signal.removeEventListener('abort', cancel);
    visibility.stop();
    client.terminate();
  }
}

const stepEvent = (
  row: string,
  step: Extract<RunEvent, { type: 'step' }>['step'],
  share: number | null,
): Extract<RunEvent, { type: 'step' }> => ({ type: 'step', row, step, share });

const write = (
  client: WorkerClient,
  { newTokens }: LanguagePlan,
  { promptTokens, batch, cache }: Series,
  { piece }: PassedGate,
): Promise<Generated> => client.generate({ type: 'generate', promptTokens, batch, cache, piece, newTokens });

/** Writes after the shortest prompt until the time per token is steady, or until the longest time is over. */
const warmUp = async (
  client: WorkerClient,
  plan: LanguagePlan,
  gate: PassedGate,
  progress: (share: number) => void,
): Promise<LanguageRun['warmUp']> => {
  const { shortestMs, longestMs } = plan.warmUp;
  const [first] = plan.series;
  if (!first) throw new LabFailure('bad-message', 'there is nothing to measure');
  const tokenMs: number[] = [];
  let outcome: WarmUp = { kind: 'none' };
  const started = performance.now();
  let elapsed = 0;
  while (elapsed < longestMs) {
    tokenMs.push(decodingTimes((await write(client, plan, first, gate)).tokenMs).timePerToken);
    outcome = findSteadyState(tokenMs);
    elapsed = performance.now() - started;
    progress(Math.min(1, elapsed / longestMs));
    if (outcome.kind === 'steady' && elapsed >= shortestMs) break;
  }
  return { kind: outcome.kind, durationMs: elapsed, tokenMs };
};

interface Sampling {
  readonly visibility: ReturnType<typeof watchVisibility>;
  readonly signal: AbortSignal;
  readonly report: (step: 'sampling', share: number) => void;
}

/** Rounds of generations until the time is over. */
const sample = async (
  client: WorkerClient,
  plan: LanguagePlan,
  gate: PassedGate,
  { visibility, signal, report }: Sampling,
): Promise<Pick<LanguageRun, 'generations' | 'newTokens' | 'text' | 'drift' | 'stop'>> => {
  const { series, timeLimitMs, fewestRounds, mostRounds, newTokens, seed } = plan;
  const generations: Generation[] = [];
  const calibrations: number[][] = [];
  let text = '';
  const origin = performance.timeOrigin + performance.now();
  let round = 0;
  let elapsed = 0;
  for (; round < mostRounds && (round < fewestRounds || elapsed < timeLimitMs); round++) {
    for (const index of blockOrder(series.length, round, seed)) {
      const one = series[index];
      if (!one) continue;
      await visibility.visible(signal);
      signal.throwIfAborted();
      const written = await write(client, plan, one, gate);
      const { startMs, endMs, tokenMs, calibration } = written;
      text ||= written.text;
      calibrations.push(calibration);
      generations.push({
        ...one,
        round,
        startMs: startMs - origin,
        tokenMs,
        discarded: touchesHidden({ from: startMs, to: endMs }, visibility.hidden()) ? 'hidden' : null,
      });
    }
    elapsed = performance.timeOrigin + performance.now() - origin;
    report('sampling', Math.min(1, Math.min((round + 1) / fewestRounds, elapsed / timeLimitMs)));
  }
  const drift = calibrationDrift(calibrations);
  return { newTokens, generations, text, drift, stop: round >= mostRounds ? 'count' : 'time' };
};
