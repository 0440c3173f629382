import { describe, expect, it } from 'vitest';
import { startKernel } from './support.ts';

const languages = ['ts', 'js'] as const;

describe.each(languages)('an error in %s', (language) => {
  const cell = (source: string) => ({ source, language });

  it('has its place in the source that the reader wrote', async () => {
    const { define, run, error } = startKernel();
    await define({
      program: cell('const rows = [1];\nconst last = rows.at(3).x;'),
      expression: cell('\n\n[1, 2].map((value) =>\n  value.missing.x)'),
      thrown: cell('if (true) {\n  throw new RangeError("too far");\n}'),
    });
    await run('program', 'expression', 'thrown');
    expect(error('program')).toMatchObject({ name: 'TypeError', place: { line: 2, column: 24 } });
    expect(error('expression')).toMatchObject({ name: 'TypeError', place: { line: 4, column: 17 } });
    expect(error('thrown')).toEqual({
      name: 'RangeError',
      message: 'too far',
      place: { line: 2, column: 9 },
    });
  });

  it('of syntax has its place before the cell runs', async () => {
    const { define, run, error, events, finished } = startKernel();
    await define({ a: cell('const a = 1;\nconst b = ;') });
    expect(events.find(({ type }) => type === 'analysed')).toMatchObject({
      error: { name: 'SyntaxError', place: { line: 2, column: 11 } },
    });
    await run('a');
    expect(error('a')).toMatchObject({ name: 'SyntaxError', place: { line: 2, column: 11 } });
    expect(finished('a')?.status).toBe('failed');
  });

  it('names what is refused', async () => {
    const { define, run, error } = startKernel();
    await define({
      npm: cell('import { mean } from "npm:d3-array";'),
      address: cell('const module = await import("https://example.org/x.js");'),
      meta: cell('print(import.meta.url)'),
    });
    await run('npm', 'address', 'meta');
    expect(error('npm')?.message).toContain('Cells cannot import');
    expect(error('address')).toMatchObject({ place: { line: 1, column: 22 } });
    expect(error('meta')?.message).toContain('import.meta');
  });

  it('in a callback that nobody waits for is the cell’s', async () => {
    const { define, run, outputs, until } = startKernel();
    await define({
      a: cell('setTimeout(() => {\n  [].at(0).x;\n}, 20); Promise.reject(new Error("forgotten"));'),
    });
    const both = until(() => outputs('a').length === 2);
    await run('a');
    await both;
    const errors = outputs('a').map((output) => (output.kind === 'error' ? output.error : output));
    expect(errors).toContainEqual({ name: 'Error', message: 'forgotten', place: { line: 3, column: 24 } });
    expect(errors).toContainEqual({
      name: 'TypeError',
      message: "Cannot read properties of undefined (reading 'x')",
      place: { line: 2, column: 11 },
    });
  });
});

describe('an error in TypeScript', () => {
  it('has its column where types stood before it', async () => {
    const { define, run, error } = startKernel();
    await define({
      a: 'const f = (value: Record<string, number>, other?: Map<string, number>) => value.x.y.z as unknown;\nf({});',
      b: 'enum Level { Low, High }\nconst level: Level = Level.High; const missing: any = null; missing.field;',
    });
    await run('a', 'b');
    expect(error('a')?.place).toEqual({ line: 1, column: 83 });
    expect(error('b')?.place).toEqual({ line: 2, column: 69 });
  });

  it('of a used name is at the name', async () => {
    const { define, run, error } = startKernel();
    await define({ a: 'const x: number = 1;\nconst y = (x as number) + absent;' });
    await run('a');
    expect(error('a')).toMatchObject({ message: 'absent is not defined', place: { line: 2, column: 27 } });
  });
});

describe('what a machine cannot do', () => {
  it.each([
    ['recursion without end', 'const down = (n: number): number => down(n + 1) + 1;\ndown(0)', 'RangeError'],
    ['a buffer of 2⁴⁰ bytes', 'new ArrayBuffer(2 ** 40)', 'RangeError'],
    ['a memory of 70 000 pages', 'new WebAssembly.Memory({ initial: 70_000 })', /TypeError|RangeError/],
    ['an array of 2⁴⁰ entries', 'new Array(2 ** 40)', 'RangeError'],
    ['reading 5 · 10⁶ levels of JSON', 'JSON.parse("[".repeat(5e6))', 'SyntaxError'],
    ['eval', 'eval("1 + 1")', 'EvalError'],
    ['a function from text', 'new Function("return 1")()', 'EvalError'],
  ])('%s: a typed error in the cell', async (_name, source, name) => {
    const { define, run, error, notices } = startKernel({ timeLimitMs: 30_000 });
    await define({ a: source });
    await run('a');
    expect(error('a')?.name).toMatch(name);
    await define({ a: 'print("alive")' });
    await run('a');
    expect(notices.some(({ type }) => type === 'ended')).toBe(false);
  });
});
