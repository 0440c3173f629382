import asyncifyWasm from 'onnxruntime-web/ort-wasm-simd-threaded.asyncify.wasm?url';
import jspiWasm from 'onnxruntime-web/ort-wasm-simd-threaded.jspi.wasm?url';
import plainWasm from 'onnxruntime-web/ort-wasm-simd-threaded.wasm?url';
import { type Fetched, fetchBytes } from './fetchBytes.ts';

export type Runtime = typeof import('onnxruntime-web/wasm');

/**
 * The builds of ONNX Runtime: `wasm` for the processor; for WebGPU `jspi`, where the browser can suspend
 * WebAssembly by itself, and `webgpu`, which does without and is larger than some hosts allow a file to be.
 */
export type Build = 'wasm' | 'webgpu' | 'jspi';

// The imports must stay dynamic: a static one merges the runtime into the worker's chunk, each of its threads would
// then run that chunk again, and starting hangs.
const builds = {
  wasm: { wasm: plainWasm, load: () => import('onnxruntime-web/wasm') },
  webgpu: { wasm: asyncifyWasm, load: () => import('onnxruntime-web/webgpu') },
  jspi: { wasm: jspiWasm, load: () => import('onnxruntime-web/jspi') },
} as const satisfies Record<Build, { wasm: string; load: () => Promise<Runtime> }>;

/**
 * Loads a build; nothing of it is in the page before this. The wasm is fetched here and handed over, so that
 * fetching is timed apart, an HTML page in its place is noticed, and its media type does not matter.
 */
export async function loadRuntime(
  build: Build,
  threads: number,
): Promise<{ ort: Runtime; fetched: Fetched }> {
  const start = performance.now();
  const { wasm, load } = builds[build];
  const ort = await load();
  const scriptMs = performance.now() - start;
  const fetched = await fetchBytes(new URL(wasm, self.location.href).href);
  ort.env.logLevel = 'fatal';
  ort.env.wasm.numThreads = threads;
  ort.env.wasm.wasmBinary = fetched.bytes.buffer;
  return { ort, fetched: { ...fetched, milliseconds: fetched.milliseconds + scriptMs } };
}
