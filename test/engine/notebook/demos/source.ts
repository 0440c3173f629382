import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

export const folder = fileURLToPath(new URL('../../../../src/lessons/notebook/', import.meta.url));

/** The lessons that have a demo, in order: '1.1', '1.2', … */
export const demoIds = readdirSync(folder)
  .filter((file) => /^\d\.\d\.ts$/.test(file))
  .map((file) => file.slice(0, -3))
  .sort();

export interface SourceCell {
  kind: 'markdown' | 'typescript' | 'javascript';
  text: string;
}

/** The cells of a demo in the percent format. */
export function readDemo(id: string): SourceCell[] {
  const text = readFileSync(`${folder}${id}.ts`, 'utf8');
  const [before = '', ...parts] = text.split(/^\/\/ %%/m);
  if (before.trim() !== '') throw new Error(`${id}.ts: text before the first cell`);
  return parts.map((part) => {
    const end = part.indexOf('\n');
    const kind = part.slice(0, end).trim();
    const body = part.slice(end + 1).trim();
    if (kind === '') return { kind: 'typescript', text: body };
    if (kind === '[javascript]') return { kind: 'javascript', text: body };
    if (kind !== '[markdown]') throw new Error(`${id}.ts: unknown cell ${kind}`);
    return { kind: 'markdown', text: body.replace(/^\/\/ ?/gm, '') };
  });
}
