import type { ColdRun } from '../../../../store/coldRun.ts';
import { stampedRun } from '../../../../store/labRuns.ts';
import { modelFile } from '../../loadModel.ts';
import type { MeasuredModel, Target } from '../../runner/plan.ts';
import { runCold } from '../../runner/runCold.ts';
import type { RunEvent } from '../../runner/runLab.ts';

const batch = 1;
const orderSeed = 1;

interface ColdSettings {
  readonly targets: readonly Target[];
  readonly model: MeasuredModel;
  readonly repetitions: number;
  readonly watchMs: number;
}

/** Starts every engine the asked number of times, and gives the run as it is saved. */
export async function measureCold(
  { targets, model, repetitions, watchMs }: ColdSettings,
  emit: (event: RunEvent) => void,
  signal: AbortSignal,
): Promise<ColdRun> {
  const now = new Date();
  const result = await runCold(
    {
      configurations: targets.map((target) => ({ ...target, model, batch })),
      additionUrl: modelFile('addition.onnx'),
      repetitions,
      watchMs,
      seed: orderSeed,
    },
    emit,
    signal,
  );
  const [first] = result.engines;
  const { name, sha256, precision, bytes } = model.card;
  const substance = {
    experiment: 'cold' as const,
    device: first ? `${first.stamp.browser} · ${first.stamp.system} · ${first.stamp.cores} cores` : '',
    model: { name, sha256, precision, bytes },
    batch,
    engines: targets.flatMap(({ id }) => {
      const started = result.engines.find(({ configuration }) => configuration.id === id);
      return started ? [{ id, name: started.configuration.name, stamp: started.stamp }] : [];
    }),
    repetitions: [...result.repetitions],
  };
  return stampedRun(substance, now);
}
