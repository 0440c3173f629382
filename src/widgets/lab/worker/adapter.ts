import type { Adapter } from '../../../engine/benchmark/index.ts';
import { LabFailure } from '../failures.ts';

/** Asks the browser for a WebGPU adapter, as the runtime will, and notes what it says of itself. */
export async function describeAdapter(): Promise<Adapter> {
  if (!navigator.gpu) throw new LabFailure('no-webgpu');
  const adapter = await navigator.gpu.requestAdapter();
  if (!adapter) throw new LabFailure('no-adapter');
  const { vendor, architecture, device, description, isFallbackAdapter } = adapter.info;
  return {
    vendor,
    architecture,
    device,
    description,
    fallback: isFallbackAdapter || /swiftshader|llvmpipe|software/i.test(`${architecture} ${description}`),
    shaderF16: adapter.features.has('shader-f16'),
    timestampQuery: adapter.features.has('timestamp-query'),
  };
}
