import { LabFailure } from '../../failures.ts';
import type { OwnInput, OwnModelCard } from '../../ownModelCard.ts';
import type { OwnModel } from '../../runner/plan.ts';
import { defaultPatience, workerClient } from '../../runner/workerClient.ts';
import type { ModelFacts } from './modelFacts.ts';

/** How far another engine may be from the reference: float32 sums in another order, and reduced products. */
export const ownTolerance = { relative: 1e-3, ofScale: 1e-4 };

/** A run that lasts longer is taken for one without end, and its worker is stopped. */
export const ownPatience = { ...defaultPatience, run: 15_000 };

export const connectOwn: typeof workerClient = (patience = ownPatience, start) =>
  start ? workerClient(patience, start) : workerClient(patience);

interface Chosen {
  readonly file: File;
  readonly facts: ModelFacts;
  readonly inputs: readonly OwnInput[];
  readonly additionUrl: string;
}

/**
 * Opens the model on WASM with one thread and runs it once: what it answers is the reference for every engine. The
 * worker is ended afterwards, so that each row starts afresh.
 *
 * @throws LabFailure when the model cannot be opened or run, or has not answered in time
 */
export async function withReference(
  { file, facts, inputs, additionUrl }: Chosen,
  signal: AbortSignal,
  connect: typeof workerClient = connectOwn,
): Promise<OwnModel> {
  signal.throwIfAborted();
  const client = connect();
  const cancel = () => client.terminate(signal.reason);
  signal.addEventListener('abort', cancel);
  const card: OwnModelCard = {
    kind: 'own',
    name: file.name,
    sha256: '',
    bytes: file.size,
    precision: facts.precision,
    inputs,
    tolerance: ownTolerance,
    expected: null,
  };
  try {
    const opened = await client.open(
      { type: 'open', provider: 'wasm', threads: 1, card, modelUrl: file, additionUrl },
      () => {},
    );
    const { outputs } = await client.answer();
    const broken = outputs.find(({ values }) => values.some((value) => !Number.isFinite(value)));
    if (broken) throw new LabFailure('no-reference', `the output ${broken.name}`);
    return { card: { ...card, sha256: opened.modelSha256, expected: outputs }, url: file };
  } finally {
    signal.removeEventListener('abort', cancel);
    client.terminate();
  }
}
