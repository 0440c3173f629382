import type { ColdRepetition } from '../../../../store/coldRun.ts';

type PartKey = 'fetchRuntimeMs' | 'startRuntimeMs' | 'fetchModelMs' | 'createSessionMs' | 'firstRunMs';

/** What has to happen before the first answer, in order. */
export const parts: readonly { readonly key: PartKey; readonly name: string; readonly says: string }[] = [
  { key: 'fetchRuntimeMs', name: 'Fetch the runtime', says: 'ONNX Runtime’s script and WebAssembly file' },
  { key: 'startRuntimeMs', name: 'Compile and start it', says: 'until it has added four numbers' },
  { key: 'fetchModelMs', name: 'Fetch the model', says: 'the .onnx file' },
  { key: 'createSessionMs', name: 'Create the session', says: 'read the graph, choose and prepare kernels' },
  { key: 'firstRunMs', name: 'First run', says: 'on WebGPU with compiling the shaders' },
];

/** From nothing to the first answer, in milliseconds. */
export const untilAnswer = (start: ColdRepetition): number =>
  parts.reduce((sum, { key }) => sum + start[key], 0);
