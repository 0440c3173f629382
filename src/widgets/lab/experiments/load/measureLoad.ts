import { stoppingRule } from '../../../../engine/benchmark/index.ts';
import { stampedRun } from '../../../../store/labRuns.ts';
import type { LoadRun } from '../../../../store/loadRun.ts';
import { LabFailure } from '../../failures.ts';
import { modelFile } from '../../loadModel.ts';
import { measurementFrom } from '../../measurementFrom.ts';
import type { MeasuredModel, Target } from '../../runner/plan.ts';
import type { RunEvent } from '../../runner/runLab.ts';
import { runLoad } from '../../runner/runLoad.ts';

/** Idle, busy, nearly full, and more than the server can do. */
const loads = [0.2, 0.4, 0.6, 0.7, 0.8, 0.9, 0.95, 1.1] as const;
const mostRequests = 10_000;
const seed = 1;

interface LoadSettings {
  readonly target: Target | undefined;
  readonly model: MeasuredModel;
  readonly timeLimitMs: number;
}

/** Measures service times and then every load, and gives the run as it is saved. */
export async function measureLoad(
  { target, model, timeLimitMs }: LoadSettings,
  emit: (event: RunEvent) => void,
  signal: AbortSignal,
): Promise<LoadRun> {
  if (!target) throw new LabFailure('bad-message', 'no engine is chosen');
  const now = new Date();
  const result = await runLoad(
    {
      configuration: { ...target, model, batch: 1 },
      additionUrl: modelFile('addition.onnx'),
      rule: { ...stoppingRule, timeLimitMs, shortestMs: Math.min(stoppingRule.shortestMs, timeLimitMs) },
      warmUp: { shortestMs: Math.min(2000, timeLimitMs), longestMs: Math.min(10_000, 3 * timeLimitMs) },
      seed,
      loads,
      mostRequests,
      mostMs: timeLimitMs,
    },
    emit,
    signal,
  );
  const service = measurementFrom(result.service, { experiment: 'load', runId: now.toISOString(), now });
  const substance = {
    experiment: 'load' as const,
    device: service.device,
    service,
    seed,
    points: [...result.points],
  };
  return stampedRun(substance, now);
}
