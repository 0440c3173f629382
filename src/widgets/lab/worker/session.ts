import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import type { InferenceSession } from 'onnxruntime-web';
import type { Adapter } from '../../../engine/benchmark/index.ts';
import { LabFailure } from '../failures.ts';
import type { OwnOutput } from '../ownModelCard.ts';
import type { Opened, Phase, Prepared, Request } from '../protocol.ts';
import { describeAdapter } from './adapter.ts';
import { watchLoss } from './deviceLoss.ts';
import { fetchBytes, readFile } from './fetchBytes.ts';
import type { Runtime } from './loadRuntime.ts';
import { makeOwnShape, runOnce } from './ownShape.ts';
import { refusal } from './refusal.ts';
import { type Score, score } from './score.ts';
import { makeShape, type Shape } from './shape.ts';
import { startRuntime } from './startRuntime.ts';
import { primeCalibration } from './takeBlock.ts';
import { makeTextModel, type TextModel } from './textModel.ts';
import { threadsRunning } from './threadCount.ts';
import { measureTimerStep } from './timer.ts';

type OpenRequest = Extract<Request, { type: 'open' }>;

/** An open model: what the worker's requests act on. */
export interface OpenModel {
  readonly opened: Omit<Opened, 'id' | 'type'>;
  /** Makes an input of so many rows ready, runs it once and passes its answer through the gate. */
  readonly prepare: (batch: number) => Promise<Omit<Prepared, 'id' | 'type'>>;
  /** A batch that has been prepared. */
  readonly shape: (batch: number) => Shape;
  /** Right answers on the model's held-out set. */
  readonly score: (url: string) => Promise<Score>;
  /** The open language model. */
  readonly text: () => TextModel;
  /** What the reader's own model answers. */
  readonly answer: () => Promise<OwnOutput[]>;
  readonly loseDevice: () => Promise<void>;
}

/** Opens the model step by step, timing each step apart. */
export async function openModel(request: OpenRequest, phase: (phase: Phase) => void): Promise<OpenModel> {
  requireWebAssembly();
  const { provider, card } = request;
  let adapter: Adapter | null = null;
  if (provider === 'webgpu') {
    phase('adapter');
    adapter = await describeAdapter();
    if (card.precision === 'fp16' && !adapter.shaderF16) throw new LabFailure('no-shader-f16');
  }
  const options: InferenceSession.SessionOptions = { executionProviders: [provider], logSeverityLevel: 4 };
  const started = await startRuntime({ ...request, options }, phase);
  const { ort, fetched, startRuntimeMs } = started;
  const lost = provider === 'webgpu' ? await watchDevice(ort) : null;

  phase('fetchModel');
  const { modelUrl } = request;
  const model = typeof modelUrl === 'string' ? await fetchBytes(modelUrl) : await readFile(modelUrl);
  const modelSha256 = bytesToHex(sha256(model.bytes));
  // The reader's own file has no digest yet when it is opened for its reference.
  const known = card.kind !== 'own' || card.expected !== null;
  if (known && modelSha256 !== card.sha256) throw new LabFailure('wrong-model', modelSha256);

  phase('createSession');
  const [session, createSessionMs] = await timed(() =>
    ort.InferenceSession.create(model.bytes, { ...options, ...cacheOnDevice(card, provider) }).catch(
      (cause: unknown) => {
        throw card.kind === 'own' ? refusal(reasonOf(cause)) : cause;
      },
    ),
  );
  const shapes = new Map<number, Shape>();
  const isLost = () => lost?.reason ?? null;
  const common = { ort, session, bytes: model.bytes, options, isLost };
  const shapeOf = (batch: number): Shape => {
    if (card.kind === 'own') return makeOwnShape({ ...common, card });
    if (card.kind === 'feedForward') return makeShape({ ...common, card, batch });
    throw new LabFailure('bad-message', `${card.name} has no rows to prepare`);
  };

  primeCalibration();
  return {
    opened: {
      cold: {
        fetchRuntimeMs: fetched.milliseconds,
        startRuntimeMs,
        fetchModelMs: model.milliseconds,
        createSessionMs,
      },
      fromCache: fetched.fromCache,
      modelSha256,
      threadsRunning: threadsRunning(),
      timerStepMs: measureTimerStep(),
      runtime: `onnxruntime-web/${started.build}`,
      runtimeVersion: ort.env.versions.web ?? ort.env.versions.common,
      adapter,
    },
    prepare: async (batch) => {
      const shape = shapeOf(batch);
      shapes.set(batch, shape);
      const [, firstRunMs] = await timed(shape.run);
      return { firstRunMs, gate: shape.gate() };
    },
    shape: (batch) => {
      const shape = shapes.get(batch);
      if (!shape) throw new LabFailure('bad-message', `a batch of ${batch} is not prepared`);
      return shape;
    },
    score: async (url) => {
      if (card.kind !== 'feedForward')
        throw new LabFailure('bad-message', `${card.name} has no held-out set`);
      const scored = await score(ort, session, card, url);
      const reason = isLost();
      if (reason !== null) throw new LabFailure('device-lost', reason);
      return scored;
    },
    text: () => {
      if (card.kind !== 'languageModel') throw new LabFailure('bad-message', `${card.name} writes no text`);
      return makeTextModel({ ...common, card });
    },
    answer: () => {
      if (card.kind !== 'own') throw new LabFailure('bad-message', `${card.name} has a reference of its own`);
      return runOnce({ ...common, card });
    },
    loseDevice: async () => {
      const device = await ort.env.webgpu.device;
      device.destroy();
      await device.lost;
    },
  };
}

const reasonOf = (cause: unknown): string => (cause instanceof Error ? cause.message : String(cause));

const requireWebAssembly = (): void => {
  try {
    new WebAssembly.Module(Uint8Array.of(0, 0x61, 0x73, 0x6d, 1, 0, 0, 0));
  } catch (cause) {
    throw new LabFailure('wasm-blocked', String(cause));
  }
};

// A language model's cache stays where the model runs: only logits are read back.
const cacheOnDevice = (card: OpenRequest['card'], provider: OpenRequest['provider']) =>
  card.kind === 'languageModel' && provider === 'webgpu'
    ? {
        preferredOutputLocation: Object.fromEntries(
          card.outputs
            .filter(({ name }) => name.startsWith('present'))
            .map(({ name }) => [name, 'gpu-buffer' as const]),
        ),
      }
    : {};

const timed = async <T>(work: () => Promise<T>): Promise<[T, number]> => {
  const start = performance.now();
  const value = await work();
  return [value, performance.now() - start];
};

const watchDevice = async (ort: Runtime): Promise<{ reason: string | null }> => {
  const state: { reason: string | null } = { reason: null };
  const device = await ort.env.webgpu.device;
  watchLoss(device);
  device.lost.then(({ reason, message }) => {
    state.reason = `${reason || 'unknown'}: ${message}`;
  });
  return state;
};
