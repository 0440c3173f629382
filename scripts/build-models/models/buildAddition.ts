import { createGraph } from '../onnx/graph.ts';

/**
 * y = x + x for four floats. The lab starts the runtime with it, so that starting is timed apart from the model,
 * and keeps it open, because releasing the last WebGPU session throws the device and its shaders away.
 */
export function buildAddition(): Uint8Array {
  const graph = createGraph('fp32');
  const x = graph.input('x', [4]);
  graph.node('Add', [x, x], { outputs: ['y'] });
  graph.output('y', [4]);
  return graph.bytes('addition', 'y = x + x. MIT.');
}
