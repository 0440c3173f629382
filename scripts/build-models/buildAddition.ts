import { modelBytes } from './model.ts';
import { floatValue, node } from './tensors.ts';

/**
 * y = x + x for four floats. The lab starts the runtime with it, so that starting is timed apart from the model,
 * and keeps it open, because releasing the last WebGPU session throws the device and its shaders away.
 */
export function buildAddition(): Uint8Array {
  return modelBytes(
    {
      name: 'addition',
      node: [node('Add', ['x', 'x'], 'y')],
      input: [floatValue('x', [4])],
      output: [floatValue('y', [4])],
    },
    'y = x + x. MIT.',
  );
}
