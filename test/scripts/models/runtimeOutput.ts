import type { InferenceSession } from 'onnxruntime-web/wasm';

/** A float32 output's values. */
export function floatOutput(outputs: InferenceSession.ReturnType, name: string): Float32Array {
  const data = outputs[name]?.data;
  if (!(data instanceof Float32Array)) throw new TypeError(`no float32 output “${name}”`);
  return data;
}
