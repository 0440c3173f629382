import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import * as ort from 'onnxruntime-web/wasm';

const wasm = createRequire(import.meta.url).resolve('onnxruntime-web/ort-wasm-simd-threaded.wasm');
ort.env.wasm.numThreads = 1;
ort.env.wasm.wasmBinary = new Uint8Array(readFileSync(wasm)).buffer;
ort.env.logLevel = 'error';

/** ONNX Runtime Web on one WASM thread, the build that the lab uses, here in Node. */
export { ort };

/** A session of the model; release it after use. */
export const openSession = (model: Uint8Array): Promise<ort.InferenceSession> =>
  ort.InferenceSession.create(model, { executionProviders: ['wasm'], logSeverityLevel: 3 });
