import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import {
  type CellOutput,
  limits,
  type ValueTree,
  valueTreeSchema,
} from '../../../../src/engine/notebook/index.ts';
import { startKernel } from './support.ts';

/** Runs one cell and gives what it put out. */
async function outputsOf(source: string): Promise<CellOutput[]> {
  const { define, run, outputs } = startKernel();
  await define({ a: source });
  await run('a');
  return outputs('a');
}

const leaf = (of: string, text: string) => ({ type: 'leaf', of, text });
const number = (value: number) => ({ type: 'number', value });

async function shown(source: string): Promise<ValueTree> {
  const [output] = await outputsOf(source);
  if (output?.kind !== 'value') throw new Error(`no value: ${JSON.stringify(output)}`);
  return output.value;
}

const entries = (tree: ValueTree) =>
  tree.type === 'branch' ? Object.fromEntries(tree.entries.map(({ key, value }) => [key, value])) : {};

describe('the value of a cell', () => {
  it('is shown when the cell is one expression, with or without a semicolon', async () => {
    const { define, run, outputs } = startKernel();
    await define({
      a: '1 + 1',
      b: '2 + 2;',
      c: '{ x: 1, y: 2 }',
      d: 'const e = 1',
      e: 'void 0',
      f: '(1 as number)',
    });
    await run('a', 'b', 'c', 'd', 'e', 'f');
    expect(outputs('a')).toEqual([{ kind: 'value', value: number(2) }]);
    expect(outputs('b')).toEqual([{ kind: 'value', value: number(4) }]);
    expect(outputs('c')).toMatchObject([{ kind: 'value', value: { label: 'Object', more: 0 } }]);
    expect([outputs('d'), outputs('e')]).toEqual([[], []]);
    expect(outputs('f')).toEqual([{ kind: 'value', value: number(1) }]);
  });

  it('is that of its last statement, where that is an expression with a value', async () => {
    const { define, run, outputs } = startKernel();
    const cells = {
      sum: 'const a = 2;\na * 21',
      typed: 'const b: number = 4\n;(b as number) + 1',
      assigned: 'let c = 1;\nc = 5',
      counted: 'let d = 1;\nd++;',
      shown: 'const e = 3;\ndisplay(e)',
      nothing: 'const f = 1;\nprint(f)',
      waiting: 'const g = 1;\nsleep(1)',
    };
    await define(cells);
    await run(...Object.keys(cells));
    const values = (cell: string) =>
      outputs(cell).flatMap((output) => (output.kind === 'value' ? [output.value] : []));
    expect(values('sum')).toEqual([{ type: 'number', value: 42 }]);
    expect(values('typed')).toEqual([{ type: 'number', value: 5 }]);
    expect(values('shown')).toEqual([{ type: 'number', value: 3 }]);
    for (const cell of ['assigned', 'counted', 'nothing', 'waiting']) expect(values(cell)).toEqual([]);
  });

  it('leaves the place of an error where it was', async () => {
    const { define, run, error } = startKernel();
    const broken = 'const a: { b?: { c: number } } = {};\n  a.b.c + 1';
    await define({
      last: broken,
      before: `{ ${broken.replace('const a', 'const a2').replace('a.b.c', 'a2.b.c')}\nprint(1) }`,
    });
    await run('last', 'before');
    expect(error('last')?.place?.line).toBe(2);
    // The names differ by one character, which stands before the place.
    expect(error('last')?.place?.column).toBe((error('before')?.place?.column ?? 0) - 1);
  });

  it('is awaited', async () => {
    expect(await shown('sleep(1).then(() => "later")')).toEqual(leaf('string', 'later'));
  });

  it('keeps every number', async () => {
    expect(entries(await shown('[NaN, -Infinity, -0, 1e-300]'))).toEqual({
      0: number(Number.NaN),
      1: number(-Infinity),
      2: number(-0),
      3: number(1e-300),
    });
  });

  it('names what it is', async () => {
    const tree =
      await shown(`[new Float64Array(3), new Map([['a', 1]]), new Set([2]), new Date(0), /x/g, 1n, Symbol('s'),
      null, undefined, true, (x) => x, class Queue {}, new (class Server { rate = 2 })(), new Error('no'), Object.create(null)]`);
    const parts = Object.values(entries(tree)).map((part) =>
      part.type === 'branch' ? part.label : part.type === 'leaf' ? `${part.of} ${part.text}` : part.value,
    );
    expect(parts).toEqual([
      'Float64Array(3)',
      'Map(1)',
      'Set(1)',
      'date 1970-01-01T00:00:00.000Z',
      'regexp /x/g',
      'bigint 1n',
      'symbol Symbol(s)',
      'null null',
      'undefined undefined',
      'boolean true',
      'function ƒ (anonymous)',
      'function class Queue',
      'Server',
      'error Error: no',
      'Object',
    ]);
  });

  it('may contain itself, throw when read, or be a proxy that refuses', async () => {
    const tree = await shown(`(() => {
      const ring = { get broken() { throw new Error('no'); } };
      ring.self = ring;
      ring.proxy = new Proxy({}, { ownKeys() { throw new Error('refused'); } });
      return ring;
    })()`);
    expect(entries(tree)).toEqual({
      broken: leaf('error', '[throws Error: no]'),
      self: leaf('circular', '[circular]'),
      proxy: leaf('error', '[throws Error: refused]'),
    });
  });

  it('is cut in depth, breadth, length and number', async () => {
    const many = await shown('new Float64Array(25e6)');
    expect(many).toMatchObject({ label: 'Float64Array(25000000)', more: 25e6 - limits.valueEntries });
    const deep = await shown('(() => { let d = []; for (let i = 0; i < 1e5; i++) d = [d]; return d; })()');
    expect(JSON.stringify(deep)).toContain('"of":"truncated"');
    const long = await shown('"x".repeat(2e8)');
    expect(long.type === 'leaf' && long.text.length).toBe(limits.string + 1);
    const wide = await shown('Array.from({ length: 90 }, () => Array.from({ length: 90 }, (_, i) => i))');
    expect(v.is(valueTreeSchema, wide)).toBe(true);
    const nodes = JSON.stringify(wide).split('"type"').length;
    expect(nodes).toBeGreaterThan(limits.valueNodes * 0.9);
    expect(nodes).toBeLessThan(limits.valueNodes * 1.1);
  });
});

describe('print, display, console and table', () => {
  it('print writes numbers at 6 digits and texts as they are', async () => {
    const [output] = await outputsOf(
      'print("ρ =", 2 / 3, 1234567, 1e-9 / 3, [0.1 + 0.2, "a"], { p95: 148.51234567 })',
    );
    expect(output).toEqual({
      kind: 'text',
      text: 'ρ = 0.666667 1234567 3.33333e-10 [0.3, a] { p95: 148.512 }',
    });
  });

  it('keep the order of the run', async () => {
    const outputs = await outputsOf(
      'print(1);\nconsole.warn("careful", 2);\ndisplay({ a: 1 });\ntable(["a"], [[1]]);',
    );
    expect(outputs.map(({ kind }) => kind)).toEqual(['text', 'console', 'value', 'table']);
    expect(outputs[1]).toMatchObject({ level: 'warn', values: [leaf('string', 'careful'), number(2)] });
  });

  it('tables come from rows or objects', async () => {
    const outputs = await outputsOf(
      'table(["a", "b"], [[1, "x"], [null, [2]]]);\ntable([{ name: "p50", ms: 1.5 }, { name: "p95", ms: NaN }]);',
    );
    expect(outputs).toEqual([
      {
        kind: 'table',
        table: {
          columns: ['a', 'b'],
          rows: [
            [1, 'x'],
            [null, '[2]'],
          ],
          more: 0,
        },
      },
      {
        kind: 'table',
        table: {
          columns: ['name', 'ms'],
          rows: [
            ['p50', 1.5],
            ['p95', Number.NaN],
          ],
          more: 0,
        },
      },
    ]);
  });

  it('a cell that puts out too much is cut, and says so', async () => {
    const outputs = await outputsOf(
      'for (let i = 0; i < 3e5; i++) console.log(i);\nthrow new Error("at the end")',
    );
    expect(outputs.length).toBeLessThanOrEqual(limits.outputs);
    expect(outputs.at(-2)).toMatchObject({ kind: 'notice' });
    expect(outputs.at(-1)).toMatchObject({ kind: 'error', error: { message: 'at the end' } });
  });
});

describe('checks', () => {
  it('write PASS, or FAIL and stop', async () => {
    const { define, run, outputs, finished } = startKernel();
    await define({
      a: 'checkTrue(2 > 1, "order");\ncheckClose(0.1 + 0.2, 0.3, undefined, "sum");\ncheckClose(1, 2, 0.5, "far");\nprint("never");\nconst x = 1;',
      b: 'stats.checkTrue(false, "engine’s own")',
      c: 'print(x)',
    });
    await run('a', 'b', 'c');
    expect(outputs('a')).toEqual([
      { kind: 'check', passed: true, message: 'PASS order' },
      { kind: 'check', passed: true, message: 'PASS sum' },
      { kind: 'check', passed: false, message: 'FAIL far: expected 2 ± 0.5, got 1' },
    ]);
    expect(outputs('b')).toMatchObject([{ kind: 'check', passed: false }]);
    expect([finished('a')?.status, finished('b')?.status, finished('c')?.status]).toEqual([
      'failed',
      'failed',
      'skipped',
    ]);
  });
});

describe('plots', () => {
  const plotOf = async (source: string) => {
    const outputs = await outputsOf(source);
    const found = outputs.find(({ kind }) => kind === 'plot');
    if (found?.kind !== 'plot') throw new Error(`no plot: ${JSON.stringify(outputs)}`);
    return found.plot;
  };

  it('take marks and axes', async () => {
    const plot = await plotOf(`plot([
      plot.line([[0, 1], [1, 2]], { label: 'formula', tone: 'formula', dashed: true }),
      plot.area({ length: 1, 0: [0, 1, 2] }),
      plot.scatter([{ x: 1, y: 2 }, { x: NaN, y: 1 }]),
      plot.rule({ x: 0.8, label: 'SLO' }),
    ], { title: 'Delay', x: { label: 'ρ', unit: '', scale: 'linear' }, y: { label: 'W', unit: 'ms', scale: 'log', domain: [1, 10] } })`);
    expect(plot).toMatchObject({
      kind: 'xy',
      title: 'Delay',
      y: { label: 'W', unit: 'ms', scale: 'log', domain: [1, 10] },
      marks: [
        {
          mark: 'line',
          points: [
            [0, 1],
            [1, 2],
          ],
          label: 'formula',
          tone: 'formula',
          dashed: true,
          step: false,
        },
        { mark: 'area', points: [[0, 1, 2]] },
        { mark: 'scatter', points: [[1, 2]] },
        { mark: 'rule', axis: 'x', value: 0.8, label: 'SLO' },
      ],
    });
  });

  it('draw a mark that a cell ends in', async () => {
    expect(await plotOf('plot.line({ x: [1, 2], y: [3, 4] });')).toMatchObject({
      marks: [
        {
          points: [
            [1, 3],
            [2, 4],
          ],
        },
      ],
    });
    expect(await plotOf('const n = 3;\nplot.histogram([1, 2, 3], { bins: n })')).toMatchObject({
      marks: [{ mark: 'bins', bins: { length: 3 } }],
    });
    expect(await plotOf('[plot.ecdf([2, 1]), plot.rule({ y: 0.5 })]')).toMatchObject({
      marks: [
        {
          points: [
            [1, 0],
            [1, 0.5],
            [2, 1],
          ],
          step: true,
        },
        { axis: 'y' },
      ],
    });
  });

  it('draw bars and graphs as charts of their own', async () => {
    expect(
      await plotOf('plot([plot.bars({ a: 1, b: 2 }, { tone: "good" }), plot.rule({ y: 1.5 })])'),
    ).toMatchObject({
      kind: 'bars',
      groups: ['a', 'b'],
      series: [{ label: '', values: [1, 2], tone: 'good' }],
      rules: [{ value: 1.5 }],
    });
    expect(await plotOf('plot.groupedBars(["p50", "p95"], { fp32: [1, 2], int8: [3, 4] })')).toMatchObject({
      series: [{ label: 'fp32' }, { label: 'int8', values: [3, 4] }],
    });
    expect(await plotOf('plot(plot.graph(["a", "b"], [["a", "b"]]), { title: "path" })')).toMatchObject({
      kind: 'graph',
      title: 'path',
      edges: [['a', 'b']],
    });
  });

  it('thin out what is too much, and say so', async () => {
    const outputs = await outputsOf('plot(plot.line(Array.from({ length: 1e5 }, (_, i) => [i, i])))');
    expect(outputs[0]).toMatchObject({ kind: 'plot' });
    expect(outputs[1]).toMatchObject({ kind: 'notice', text: expect.stringContaining('every 6th point') });
  });

  it.each([
    ['plot([1])', 'number 0 is none'],
    ['plot.line([[1, 2], [3]])', 'point 1 must be [x, y]'],
    ['plot.line(3)', 'plot.line takes points'],
    ['plot(plot.line([[1, 2]], { tone: "pink" }))', 'tone'],
    ['plot([plot.bars({ a: 1 }), plot.line([])])', 'only plot.rule'],
    ['plot.bars({ a: NaN })', 'a must be finite, got NaN'],
    ['plot.rule({})', 'either { x: … } or { y: … }'],
  ])('%s says what is wrong', async (source, message) => {
    const [output] = await outputsOf(source);
    expect(output?.kind === 'error' && output.error.message).toContain(message);
  });
});

describe('the names of a cell', () => {
  it('are the engine’s own', async () => {
    const outputs = await outputsOf(
      'print(softmax([1, 1]), psi([1, 1], [1, 1]), jsDivergence([1, 0], [1, 0]), percentile([1, 2, 3], 50), queueing.mm1.name, engine.stats === stats)',
    );
    expect(outputs).toEqual([{ kind: 'text', text: '[0.5, 0.5] 0 0 2 mm1 true' }]);
  });

  it('may be taken by a cell', async () => {
    const { define, run, texts } = startKernel();
    await define({ a: 'function psi() { return "mine"; }', b: 'print(psi())' });
    await run('b');
    expect(texts('b')).toEqual(['mine']);
  });
});
