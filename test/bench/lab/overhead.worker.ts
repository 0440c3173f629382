// The lab's own path to a sample and a bare loop of `session.run`, in turns, on one session in one worker.
import type { InferenceSession } from 'onnxruntime-web';
import * as v from 'valibot';
import { blockOrder, innerRuns, modelCardSchema } from '../../../src/engine/benchmark/index.ts';
import { quantile } from '../../../src/engine/stats/index.ts';
import { fetchBytes } from '../../../src/widgets/lab/worker/fetchBytes.ts';
import { makeShape } from '../../../src/widgets/lab/worker/shape.ts';
import { startRuntime } from '../../../src/widgets/lab/worker/startRuntime.ts';
import { takeBlock } from '../../../src/widgets/lab/worker/takeBlock.ts';
import { measureTimerStep } from '../../../src/widgets/lab/worker/timer.ts';

/** Milliseconds for one run, block after block; the blocks at one place stood side by side in time. */
interface OverheadTimes {
  readonly stepMs: number;
  readonly innerRuns: number;
  readonly lab: readonly (readonly number[])[];
  readonly bare: readonly (readonly number[])[];
}

const rounds = 60;
const blockMs = 50;
const warmUpMs = 3000;
const floats = 4;

async function measure(): Promise<OverheadTimes> {
  const options: InferenceSession.SessionOptions = { executionProviders: ['wasm'], logSeverityLevel: 4 };
  const additionUrl = new URL('/models/addition.onnx', location.href).href;
  const { ort } = await startRuntime({ provider: 'wasm', threads: 1, additionUrl, options }, () => {});
  const { bytes } = await fetchBytes(additionUrl);
  const session = await ort.InferenceSession.create(bytes, options);
  const shape = makeShape({
    ort,
    session,
    card: await additionCard(),
    batch: floats,
    bytes,
    options,
    isLost: () => null,
  });
  const feeds = { x: new ort.Tensor('float32', new Float32Array(floats).fill(0.5), [floats]) };
  const bareRun = async () => {
    await session.run(feeds);
  };

  const block = (inner: number, milliseconds: number) =>
    ({ id: 0, type: 'block', batch: floats, innerRuns: inner, milliseconds, calibrate: false }) as const;
  await takeBlock(shape.run, block(10, warmUpMs / 2));
  await takeBlock(bareRun, block(10, warmUpMs / 2));
  const stepMs = measureTimerStep();
  const { samples } = await takeBlock(shape.run, block(50, 200));
  const inner = innerRuns(quantile(samples, 0.5), stepMs);

  const bareBlock = async (): Promise<number[]> => {
    const times: number[] = [];
    const end = performance.now() + blockMs;
    let now = 0;
    do {
      const from = performance.now();
      for (let count = 0; count < inner; count++) await session.run(feeds);
      now = performance.now();
      times.push((now - from) / inner);
    } while (now < end);
    return times;
  };
  const [lab, bare]: [number[][], number[][]] = [[], []];
  for (let round = 0; round < rounds; round++)
    for (const which of blockOrder(2, round, 1))
      if (which === 0) lab.push([...(await takeBlock(shape.run, block(inner, blockMs))).samples]);
      else bare.push(await bareBlock());
  return { stepMs, innerRuns: inner, lab, bare };
}

/** The addition has no card, because the lab measures nothing with it: the MLP's, with the addition's ports. */
const additionCard = async () => {
  const card = v.parse(modelCardSchema, await (await fetch('/models/mlp.json')).json());
  return {
    ...card,
    input: { name: 'x', shape: [floats] },
    output: { name: 'y', shape: [floats] },
    reference: {
      ...card.reference,
      input: { ...card.reference.input, rows: floats, columns: 1, rowShape: [] },
      output: new Array<number>(floats).fill(0),
    },
  };
};

measure().then(
  (times) => self.postMessage(times),
  (error: unknown) => self.postMessage({ error: String(error) }),
);
