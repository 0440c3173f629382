import type { GateResult } from '../../engine/benchmark/index.ts';

/** Everything that can stop a measurement, each with a sentence for the reader. */
export const failureSentences = {
  'wasm-blocked':
    'WebAssembly blocked by site policy. The site’s Content-Security-Policy lacks ‘wasm-unsafe-eval’ in script-src, so no model can run; the rest of the course works. Ask whoever hosts this copy to send the headers in docs/hosting.md.',
  'no-webgpu':
    'This browser has no WebGPU, or the page is not served over HTTPS or localhost. The WASM rows work.',
  'no-adapter': 'WebGPU is here, but the browser gives no graphics adapter. The WASM rows work.',
  'no-shader-f16':
    'This graphics adapter has no 16-bit floats in its shaders (the feature shader-f16), so fp16 cannot run on it. WASM runs it, as float32 with casts.',
  'html-instead':
    'The host answered with an HTML page instead of a model or runtime file. Nothing was measured; check that the file was uploaded and that missing files are not redirected to index.html.',
  'fetch-failed':
    'A file could not be fetched. Nothing was measured; check the connection and that the host keeps files of up to 27 MB.',
  'wrong-model':
    'The model’s bytes do not have the digest on its card. Nothing was measured; reload the page without its cache.',
  'wrong-answer':
    'The output differs from the reference, so no speed is shown: a fast wrong answer is not a fast answer.',
  'file-unreadable':
    'The file could not be read. It may have been changed or moved since you chose it; choose it again.',
  'not-a-model':
    'ONNX Runtime could not open this model. What it said is below; the file itself has been left alone.',
  'unknown-operation':
    'The model uses an operation that this build of ONNX Runtime does not have on this engine, or that ONNX does not define.',
  'newer-model':
    'The model was written in a newer format, or for a newer operator set, than ONNX Runtime Web 1.30 knows. Export it again for an older one.',
  'no-reference':
    'On WASM the model gives values that are not numbers (NaN or infinite) for these inputs. There is nothing to compare other engines with, so no speed is shown.',
  'output-too-large':
    'The model gave more than 256 MB in one run, so its answer was not compared and no speed is shown. Choose smaller dimensions.',
  'device-lost': 'The graphics device was lost. This run is marked FAILED and its samples do not count.',
  'session-timeout':
    'The session was not ready after 10 seconds with several threads. Usually the host sends the isolation headers with the page but not with its scripts.',
  hung: 'The worker gave no answer in time and was stopped. Its samples do not count; run again, with a smaller batch.',
  'worker-blocked':
    'The measuring worker could not start. If the page is cross-origin isolated, its scripts need the same headers (docs/hosting.md).',
  'bad-message':
    'The measuring worker sent something that does not follow the protocol. It was stopped; reload the page.',
  runtime: 'ONNX Runtime reported an error. Nothing was kept of this row; run again, or reload the page.',
} as const;

export type FailureCode = keyof typeof failureSentences;

/** A measurement that ended without a result. */
export class LabFailure extends Error {
  constructor(
    readonly code: FailureCode,
    /** What the machine said, for those who want it. */
    readonly detail = '',
    /** How wrong the answer was, where that is what stopped it. */
    readonly gate: GateResult | null = null,
  ) {
    super(failureSentences[code]);
    this.name = 'LabFailure';
  }
}

export const isFailureCode = (code: string): code is FailureCode => Object.hasOwn(failureSentences, code);
