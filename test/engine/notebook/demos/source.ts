import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type NotebookCell, parseCells } from '../../../../src/engine/notebook/index.ts';

export const folder = fileURLToPath(new URL('../../../../src/lessons/notebook/', import.meta.url));

/** The lessons that have a demo, in order: '1.1', '1.2', … */
export const demoIds = readdirSync(folder)
  .filter((file) => /^\d\.\d\.ts$/.test(file))
  .map((file) => file.slice(0, -3))
  .sort();

export const readDemo = (id: string): NotebookCell[] =>
  parseCells(readFileSync(`${folder}${id}.ts`, 'utf8'), id);
