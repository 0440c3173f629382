import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { runExample } from '../../../scripts/build-engine-docs/examples.ts';
import { scripting } from '../../../scripts/build-engine-docs/prose.ts';
import { render } from '../../../scripts/build-engine-docs/render.ts';
import { show } from '../../../scripts/build-engine-docs/show.ts';
import { readSurface } from '../../../scripts/build-engine-docs/surface.ts';
import * as engine from '../../../src/engine/index.ts';

const path = (relative: string) => fileURLToPath(new URL(relative, import.meta.url));
const surface = readSurface(path('../../../src/engine'));
const calls = surface.flatMap(({ name: folder, declarations }) =>
  declarations.filter(({ kind }) => kind === 'call' || kind === 'class').map((call) => ({ folder, ...call })),
);

/** The line in which two texts part, from a little before the place. */
const firstDifference = (
  a: string,
  b: string,
): { line: number; page: string; sources: string } | undefined => {
  if (a === b) return undefined;
  let at = 0;
  while (a[at] === b[at]) at++;
  const from = Math.max(a.lastIndexOf('\n', at - 1) + 1, at - 40);
  return {
    line: a.slice(0, at).split('\n').length,
    page: a.slice(from, at + 80),
    sources: b.slice(from, at + 80),
  };
};

describe('docs/engine.md', () => {
  it('is what the sources say: npx tsx scripts/build-engine-docs/index.ts writes it anew', () => {
    const text = readFileSync(path('../../../docs/engine.md'), 'utf8');
    // where the two part, not two texts of thousands of lines
    expect(firstDifference(text, render(surface))).toBeUndefined();
  });
  it('has every public name of the engine', () => {
    for (const [folder, exported] of Object.entries(engine)) {
      const section = surface.find(({ name }) => name === folder);
      const known = [
        ...(section?.declarations ?? []).filter(({ kind }) => kind !== 'type'),
        ...(section?.passedOn ?? []),
      ].map(({ name }) => name);
      expect(known.sort(), folder).toEqual(Object.keys(exported).sort());
    }
  });
  it('says something of every call, with an example', () => {
    const bare = calls.filter(({ prose }) => prose === '').map(({ folder, name }) => `${folder}.${name}`);
    expect(bare, 'without a comment').toEqual([]);
    const dry = calls
      .filter(({ examples }) => examples.length === 0)
      .map(({ folder, name }) => `${folder}.${name}`);
    expect(dry, 'without an @example').toEqual([]);
  });
});

describe('a script in Node', () => {
  const run = (code: string) =>
    spawnSync(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', code], {
      cwd: path('../../..'),
      encoding: 'utf8',
    });
  it('has the engine without a browser', () => {
    const { stdout, stderr } = run(
      "import('./src/engine/index.ts').then((engine) => console.log(Object.keys(engine).join()))",
    );
    expect(stderr).toBe('');
    expect(stdout.trim().split(',').sort()).toEqual(Object.keys(engine).sort());
  });
  it('runs as the page shows it, and theory lies in the intervals', () => {
    const code = scripting.match(/```ts\n([\s\S]*?)```/)?.[1] ?? '';
    const { stdout, stderr } = run(
      `${code.replaceAll('console.log(', 'console.info(JSON.stringify(').replaceAll(' });\n}', ' }));\n}')}`,
    );
    expect(stderr).toBe('');
    const rows = stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(rows).toHaveLength(3);
    for (const { lower, upper, theory } of rows) {
      expect(theory).toBeGreaterThan(lower);
      expect(theory).toBeLessThan(upper);
    }
  });
});

describe('examples', () => {
  it.each(
    calls.filter(({ examples }) => examples.length > 0).map((call) => [`${call.folder}.${call.name}`, call]),
  )('%s', (_name, { folder, name, examples }) => {
    for (const code of examples) {
      expect(runExample(code)).toMatch(/\/\/ → /);
      expect(code).toContain(folder === 'simulate' ? name : `${folder}.${name}`);
    }
  });
  it('show their values, their remarks and their errors', () => {
    expect(runExample('const a = 1 / 3;\na; // a third\n[a, 2];')).toBe(
      'const a = 1 / 3;\na; // → 0.333333 (a third)\n[a, 2]; // → [0.333333, 2]',
    );
    expect(runExample('stats.mean([]); // throws')).toMatch(/^stats\.mean\(\[\]\); \/\/ → \w*Error: /);
    expect(() => runExample('stats.mean([1]); // throws')).toThrow('does not throw');
    expect(() => runExample('stats.mean([])')).toThrow();
    expect(() => runExample('1 +')).toThrow(SyntaxError);
    expect(
      show({ a: [1, 2, 3, 4, 5, 6, 7], b: undefined, c: () => 1, d: { e: { f: { g: 1 } } }, h: -0 }),
    ).toBe('{ a: [1, 2, 3, 4, 5, 6, … 1 more], d: { e: { f: {…} } }, h: -0 }');
    expect(show({ text: 'x'.repeat(300) })).toMatch(/ …$/);
  });
});
