import { transform } from 'sucrase';
import { type Recording, recordingScope, type Slider } from './scope.ts';
import { readDemo } from './source.ts';

/** A function that runs code which may await: the language's, only without a name of its own. */
const AsyncFunction: FunctionConstructor = Object.getPrototypeOf(async () => undefined).constructor;

interface RunOptions {
  /** Where its sliders stand; by default where they start. */
  at?: (slider: Slider) => number;
  /** Changes the source first. */
  edit?: (code: string) => string;
}

/** Runs the code cells of a demo in order; `milliseconds` of processor time, whatever else the machine does. */
export async function runDemo(
  id: string,
  { at = ({ value }) => value, edit = (code) => code }: RunOptions = {},
): Promise<Recording & { milliseconds: number }> {
  const code = readDemo(id)
    .filter(({ kind }) => kind !== 'markdown')
    .map(({ kind, text }) =>
      kind === 'javascript'
        ? text
        : transform(text, { transforms: ['typescript'], disableESTransforms: true }).code,
    );
  const recording = recordingScope(at);
  const body = AsyncFunction(...Object.keys(recording.scope), `'use strict';\n${edit(code.join('\n'))}`);
  const before = process.cpuUsage();
  await body(...Object.values(recording.scope));
  const { user, system } = process.cpuUsage(before);
  return { ...recording, milliseconds: (user + system) / 1000 };
}
