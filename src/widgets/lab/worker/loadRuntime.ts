import asyncifyWasm from 'onnxruntime-web/ort-wasm-simd-threaded.asyncify.wasm?url';
import plainWasm from 'onnxruntime-web/ort-wasm-simd-threaded.wasm?url';
import type { Provider } from '../protocol.ts';
import { type Fetched, fetchBytes } from './fetchBytes.ts';

export type Runtime = typeof import('onnxruntime-web/wasm');

/**
 * Loads the build of ONNX Runtime for one provider; nothing of it is in the page before this. The import must
 * stay dynamic: a static one merges the runtime into the worker's chunk, each of its threads would then run that
 * chunk again, and starting hangs. The wasm is fetched here and handed over, so that fetching is timed apart and
 * an HTML page in its place is noticed.
 */
export async function loadRuntime(
  provider: Provider,
  threads: number,
): Promise<{ ort: Runtime; fetched: Fetched }> {
  const start = performance.now();
  const ort =
    provider === 'webgpu' ? await import('onnxruntime-web/webgpu') : await import('onnxruntime-web/wasm');
  const scriptMs = performance.now() - start;
  const fetched = await fetchBytes(
    new URL(provider === 'webgpu' ? asyncifyWasm : plainWasm, self.location.href).href,
  );
  ort.env.logLevel = 'fatal';
  ort.env.wasm.numThreads = threads;
  ort.env.wasm.wasmBinary = fetched.bytes.buffer;
  return { ort, fetched: { ...fetched, milliseconds: fetched.milliseconds + scriptMs } };
}
