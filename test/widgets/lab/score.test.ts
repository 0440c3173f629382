import * as v from 'valibot';
import { expect, it, onTestFinished } from 'vitest';
import { modelCardSchema } from '../../../src/engine/benchmark/index.ts';
import { workerClient } from '../../../src/widgets/lab/runner/workerClient.ts';

const file = (name: string) => new URL(`/models/${name}`, location.href).href;

it('a worker counts the right answers that the card promises, and refuses another file', async () => {
  const card = v.parse(modelCardSchema, await (await fetch('/models/mlp.json')).json());
  const client = workerClient();
  onTestFinished(() => client.terminate());
  const open = {
    type: 'open',
    provider: 'wasm',
    threads: 1,
    card,
    modelUrl: file('mlp.onnx'),
    additionUrl: file('addition.onnx'),
  } as const;
  await client.open(open, () => undefined);
  const { correct, rows } = await client.score(file('mlp-held-out.bin'));
  expect({ correct, rows }).toEqual({ correct: card.accuracy?.correct, rows: card.accuracy?.heldOut.rows });
  await expect(client.score(file('addition.onnx'))).rejects.toMatchObject({ code: 'wrong-model' });
});
