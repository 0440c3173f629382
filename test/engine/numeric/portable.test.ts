import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

const engine = new URL('../../../src/engine/', import.meta.url).pathname;
const folders = ['numeric', 'random', 'stats', 'drift', 'queueing', 'simulate', 'record'];

/** Functions whose last digit the language leaves to each JavaScript engine. */
const loose =
  /Math\.(log|log2|log10|log1p|exp|expm1|pow|sin|cos|tan|asin|acos|atan2?|sinh|cosh|tanh|cbrt|hypot)\(|\*\*/;

it('no computation rests on a function that may differ between JavaScript engines', () => {
  const breaches: string[] = [];
  for (const folder of folders) {
    for (const name of readdirSync(join(engine, folder), { recursive: true, encoding: 'utf8' })) {
      if (!name.endsWith('.ts')) continue;
      const code = readFileSync(join(engine, folder, name), 'utf8').replace(/\/\*[\s\S]*?\*\/|\/\/.*/g, '');
      if (loose.test(code)) breaches.push(`${folder}/${name}`);
    }
  }
  expect(breaches).toEqual([]);
});
