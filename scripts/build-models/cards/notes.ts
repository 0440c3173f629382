import type { Precision } from '../../../src/engine/benchmark/cardFields.ts';

/** Where a precision runs, as tried with ONNX Runtime Web 1.30. */
export const notes: Record<Precision, string> = {
  fp32: 'Runs on WASM and WebGPU.',
  fp16: 'On WebGPU it needs the feature shader-f16. On WASM most of it is float32 arithmetic between casts: half the bytes, no gain in speed.',
  int8: 'Activations are rounded to bytes anew in every run. On WASM the products are fused integer kernels; on WebGPU they run on the processor, with copies there and back.',
  q8: 'MatMulNBits, blocks of 32. On WebGPU the products run on the graphics card; on WASM they are slower than in fp32.',
  q4: 'MatMulNBits, blocks of 32. On WebGPU the products run on the graphics card; on WASM they are slower than in fp32.',
};
