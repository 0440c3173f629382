import { type NotebookSection, parseCells } from '../engine/notebook/index.ts';
import { findLesson, parts } from './catalog.ts';

/*
 * The demos of the lessons, as the text that the reader sees: what is shown is what runs. All of them are one file
 * (scripts/vite/chunks.ts), since the notebook wants them together.
 */
const sources = import.meta.glob<string>('./notebook/*.ts', { query: '?raw', import: 'default' });

const pathOf = (lesson: string): string => `./notebook/${lesson}.ts`;

/** Ids of the lessons that have a demo, in course order. */
export const demoIds: readonly string[] = parts
  .flatMap(({ lessons }) => lessons)
  .map(({ id }) => id)
  .filter((id) => pathOf(id) in sources);

/** Throws a RangeError that names the known demos for an unknown one. */
export async function loadDemo(id: string): Promise<NotebookSection> {
  const load = sources[pathOf(id)];
  if (!load) throw new RangeError(`unknown demo: ${id} (one of ${demoIds.join(', ')})`);
  return { id, title: findLesson(id)?.title ?? id, cells: parseCells(await load(), id) };
}

export function loadDemos(): Promise<readonly NotebookSection[]> {
  return Promise.all(demoIds.map(loadDemo));
}
