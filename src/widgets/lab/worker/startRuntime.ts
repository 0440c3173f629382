import type { InferenceSession } from 'onnxruntime-web';
import type { Phase, Provider } from '../protocol.ts';
import { type Fetched, fetchBytes } from './fetchBytes.ts';
import { type Build, loadRuntime, type Runtime } from './loadRuntime.ts';

/** A runtime that has run its first model. */
export interface Started {
  readonly build: Build;
  readonly ort: Runtime;
  readonly fetched: Fetched;
  readonly startRuntimeMs: number;
}

interface StartOptions {
  readonly provider: Provider;
  readonly threads: number;
  readonly additionUrl: string;
  readonly options: InferenceSession.SessionOptions;
}

/**
 * Starts the runtime for a provider. Where the JSPI build is missing on the host or does not start, the larger build
 * takes its place, in the same worker: each build is a module of its own, with settings of its own.
 */
export async function startRuntime(request: StartOptions, phase: (phase: Phase) => void): Promise<Started> {
  const [first, ...others] = buildsFor(request.provider);
  try {
    return await startBuild(first, request, phase);
  } catch (cause) {
    const [next] = others;
    if (next === undefined) throw cause;
    return await startBuild(next, request, phase);
  }
}

const buildsFor = (provider: Provider): readonly [Build, ...Build[]] => {
  if (provider === 'wasm') return ['wasm'];
  return 'Suspending' in WebAssembly ? ['jspi', 'webgpu'] : ['webgpu'];
};

const startBuild = async (
  build: Build,
  { threads, additionUrl, options }: StartOptions,
  phase: (phase: Phase) => void,
): Promise<Started> => {
  phase('fetchRuntime');
  const { ort, fetched } = await loadRuntime(build, threads);
  const addition = await fetchBytes(additionUrl);
  phase('startRuntime');
  const start = performance.now();
  await keepAlive(ort, addition.bytes, options);
  return { build, ort, fetched, startRuntimeMs: performance.now() - start };
};

// Never released: a GPU worker that releases its last session loses the device and its compiled shaders.
const keepAlive = async (
  ort: Runtime,
  bytes: Uint8Array,
  options: InferenceSession.SessionOptions,
): Promise<void> => {
  const session = await ort.InferenceSession.create(bytes, options);
  await session.run({ x: new ort.Tensor('float32', Float32Array.of(1, 2, 3, 4), [4]) });
};
