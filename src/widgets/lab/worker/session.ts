import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import type { InferenceSession } from 'onnxruntime-web';
import type { Adapter } from '../../../engine/benchmark/index.ts';
import { LabFailure } from '../failures.ts';
import type { Opened, Phase, Prepared, Request } from '../protocol.ts';
import { describeAdapter } from './adapter.ts';
import { fetchBytes } from './fetchBytes.ts';
import type { Runtime } from './loadRuntime.ts';
import { type Score, score } from './score.ts';
import { makeShape, type Shape } from './shape.ts';
import { startRuntime } from './startRuntime.ts';
import { primeCalibration } from './takeBlock.ts';
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
  const model = await fetchBytes(request.modelUrl);
  const modelSha256 = bytesToHex(sha256(model.bytes));
  if (modelSha256 !== card.sha256) throw new LabFailure('wrong-model', modelSha256);

  phase('createSession');
  const [session, createSessionMs] = await timed(() => ort.InferenceSession.create(model.bytes, options));
  const shapes = new Map<number, Shape>();
  const isLost = () => lost?.reason ?? null;

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
      const shape = makeShape({ ort, session, card, batch, bytes: model.bytes, options, isLost });
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
      const scored = await score(ort, session, card, url);
      const reason = isLost();
      if (reason !== null) throw new LabFailure('device-lost', reason);
      return scored;
    },
    loseDevice: async () => {
      const device = await ort.env.webgpu.device;
      device.destroy();
      await device.lost;
    },
  };
}

const requireWebAssembly = (): void => {
  try {
    new WebAssembly.Module(Uint8Array.of(0, 0x61, 0x73, 0x6d, 1, 0, 0, 0));
  } catch (cause) {
    throw new LabFailure('wasm-blocked', String(cause));
  }
};

const timed = async <T>(work: () => Promise<T>): Promise<[T, number]> => {
  const start = performance.now();
  const value = await work();
  return [value, performance.now() - start];
};

const watchDevice = async (ort: Runtime): Promise<{ reason: string | null }> => {
  const state: { reason: string | null } = { reason: null };
  const device = await ort.env.webgpu.device;
  device.lost.then(({ reason, message }) => {
    state.reason = `${reason || 'unknown'}: ${message}`;
  });
  return state;
};
