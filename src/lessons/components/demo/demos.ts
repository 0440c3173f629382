import type { Demo } from './cell.ts';

/*
 * The same file twice: once to run, once as the text that the reader sees. What is shown is what ran.
 */
const modules = import.meta.glob<{ default: Demo }>('../../demos/*.ts');
const sources = import.meta.glob<string>('../../demos/*.ts', { query: '?raw', import: 'default' });

export interface LoadedDemo {
  readonly source: string;
  readonly demo: Demo;
}

/** Throws a RangeError that names the known demos for an unknown one. */
export async function loadDemo(id: string): Promise<LoadedDemo> {
  const path = `../../demos/${id}.ts`;
  const [module, source] = [modules[path], sources[path]];
  if (!module || !source) throw new RangeError(`unknown demo: ${id} (one of ${demoIds.join(', ')})`);
  const [{ default: demo }, text] = await Promise.all([module(), source()]);
  return { demo, source: text.trimEnd() };
}

export const demoIds: readonly string[] = Object.keys(modules).map((path) =>
  path.slice('../../demos/'.length, -3),
);
