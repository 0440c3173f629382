import * as v from 'valibot';
import { afterEach, describe, expect, it } from 'vitest';
import { type ModelCard, modelCardSchema } from '../../../src/engine/benchmark/index.ts';
import type { Provider } from '../../../src/widgets/lab/protocol.ts';
import { type WorkerClient, workerClient } from '../../../src/widgets/lab/runner/workerClient.ts';

const modelUrl = new URL('/models/mlp.onnx', location.href).href;
const additionUrl = new URL('/models/addition.onnx', location.href).href;
const readCard = async (): Promise<ModelCard> =>
  v.parse(modelCardSchema, await (await fetch('/models/mlp.json')).json());

const clients: WorkerClient[] = [];
const connect = (...settings: Parameters<typeof workerClient>): WorkerClient => {
  const client = workerClient(...settings);
  clients.push(client);
  return client;
};
afterEach(() => {
  for (const client of clients.splice(0)) client.terminate();
});

const openRequest = async (provider: Provider, threads = 1) => ({
  type: 'open' as const,
  provider,
  threads,
  card: await readCard(),
  modelUrl,
  additionUrl,
});

describe.each([
  ['wasm', 1, 'CPUExecutionProvider'],
  ['wasm', 2, 'CPUExecutionProvider'],
  ['webgpu', 1, 'WebGpuExecutionProvider'],
] as const)('%s with %d thread(s)', (provider, threads, executionProvider) => {
  it('opens, agrees with the float64 reference, samples, and says where the nodes ran', async () => {
    const client = connect();
    const phases: string[] = [];
    const opened = await client.open(await openRequest(provider, threads), (phase) => phases.push(phase));
    expect(opened.threadsRunning).toBe(threads);
    expect(opened.runtimeVersion).toBe('1.30.0');
    expect(opened.timerStepMs).toBeGreaterThan(0);
    expect(opened.timerStepMs).toBeLessThan(0.5);
    expect(opened.adapter === null).toBe(provider === 'wasm');
    expect(phases.filter((phase) => phase !== 'adapter')).toEqual([
      'fetchRuntime',
      'startRuntime',
      'fetchModel',
      'createSession',
    ]);
    expect(opened.cold.startRuntimeMs).toBeGreaterThan(0);

    const { gate, firstRunMs } = await client.prepare(3);
    expect(gate).toMatchObject({ passed: true, argmaxAgreement: 1 });
    expect(gate.maxAbsolute).toBeLessThan(1e-4);
    expect(firstRunMs).toBeGreaterThan(0);

    const block = await client.block({
      type: 'block',
      batch: 3,
      innerRuns: 4,
      milliseconds: 40,
      calibrate: true,
    });
    expect(block.samples.length).toBeGreaterThan(0);
    expect(block.samples.every((sample) => sample > 0)).toBe(true);
    expect(block.endMs - block.startMs).toBeGreaterThanOrEqual(40);
    const inside = block.samples.reduce((sum, sample) => sum + 4 * sample, 0);
    expect(inside).toBeLessThanOrEqual(block.endMs - block.startMs + 1);
    expect([block.calibrationBefore.length, block.calibrationAfter.length]).toEqual([5, 5]);

    expect((await client.check(3)).gate.passed).toBe(true);
    const { placement } = await client.place(3);
    expect(placement?.map((part) => part.provider)).toContain(executionProvider);
  });
});

describe('the worker refuses', () => {
  it('an HTML page in place of the model', async () => {
    const request = {
      ...(await openRequest('wasm')),
      modelUrl: URL.createObjectURL(new Blob(['<!doctype html>'])),
    };
    await expect(connect().open(request, () => {})).rejects.toMatchObject({ code: 'html-instead' });
  });
  it('a model whose bytes are not those of the card', async () => {
    const request = { ...(await openRequest('wasm')), modelUrl: additionUrl };
    await expect(connect().open(request, () => {})).rejects.toMatchObject({ code: 'wrong-model' });
  });
  it('a file that is not there', async () => {
    const request = { ...(await openRequest('wasm')), additionUrl: 'blob:nothing' };
    await expect(connect().open(request, () => {})).rejects.toMatchObject({ code: 'fetch-failed' });
  });
  it('to call a wrong answer right', async () => {
    const request = await openRequest('wasm');
    const output = request.card.reference.output.map((value, index) => (index === 4 ? value + 0.01 : value));
    const card = { ...request.card, reference: { ...request.card.reference, output } };
    const client = connect();
    await client.open({ ...request, card }, () => {});
    const { gate } = await client.prepare(3);
    expect(gate.passed).toBe(false);
    expect(gate.maxAbsolute).toBeGreaterThan(0.009);
  });
  it('to go on after the graphics device was lost', async () => {
    const client = connect();
    await client.open(await openRequest('webgpu'), () => {});
    await client.prepare(3);
    await client.loseDevice();
    await expect(
      client.block({ type: 'block', batch: 3, innerRuns: 1, milliseconds: 20, calibrate: false }),
    ).rejects.toMatchObject({ code: 'device-lost' });
  });
});

const fakeWorker = (script: string) => () =>
  new Worker(URL.createObjectURL(new Blob([script], { type: 'text/javascript' })));

describe('the watchdog', () => {
  it('ends a worker that never answers, and every later call', async () => {
    const client = connect({ threadedStart: 50, other: 50 }, fakeWorker('onmessage = () => {}'));
    await expect(client.check(3)).rejects.toMatchObject({ code: 'hung' });
    await expect(client.check(3)).rejects.toMatchObject({ code: 'hung' });
  });
  it('says session-timeout when several threads do not start', async () => {
    const stuck = `onmessage = ({ data }) => postMessage({ id: data.id, type: 'phase', phase: 'startRuntime' })`;
    const client = connect({ threadedStart: 50, other: 5000 }, fakeWorker(stuck));
    await expect(client.open(await openRequest('wasm', 2), () => {})).rejects.toMatchObject({
      code: 'session-timeout',
    });
  });
  it('ends a worker that does not follow the protocol', async () => {
    const rude = fakeWorker(
      `onmessage = ({ data }) => postMessage({ id: data.id, type: 'sampled', samples: ['fast'] })`,
    );
    const client = connect(undefined, rude);
    await expect(
      client.block({ type: 'block', batch: 3, innerRuns: 1, milliseconds: 1, calibrate: false }),
    ).rejects.toMatchObject({ code: 'bad-message' });
  });
  it('reports a worker that cannot start', async () => {
    const client = connect(undefined, fakeWorker('throw new Error("no")'));
    await expect(client.check(3)).rejects.toMatchObject({ code: 'worker-blocked' });
  });
});
