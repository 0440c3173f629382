import { describe, expect, it } from 'vitest';
import { startKernel } from './support.ts';

const slider = 'const rate = input.range({ label: "λ", min: 0, max: 10, step: 0.5, value: 2, unit: "1/s" })';

describe('a slider', () => {
  it('gives its value, and reruns its cell and what depends on it when it is moved', async () => {
    const { kernel, define, run, texts, ofRun, idle, runs } = startKernel();
    await define({ a: slider, b: 'print(rate * 2)', c: 'print("aside")' });
    await run('b', 'c');
    expect(texts('b')).toEqual(['4']);
    expect(ofRun('a').find(({ type }) => type === 'controls')).toMatchObject({
      controls: [{ key: 'λ', label: 'λ', min: 0, max: 10, step: 0.5, value: 2, unit: '1/s' }],
    });
    const settled = idle();
    kernel.send({ type: 'setControl', cell: 'a', key: 'λ', value: 7 });
    await settled;
    expect(texts('b')).toEqual(['14']);
    expect(runs('c')).toBe(1);
    await run('a');
    expect(texts('b')).toEqual(['14']); // its value outlives a run
  });

  it('that is dragged ends at its last value', async () => {
    const { kernel, define, run, texts, until } = startKernel();
    await define({ a: slider, b: 'print(rate)' });
    await run('b');
    const arrived = until(() => texts('b')[0] === '9.5');
    for (let value = 0; value < 10; value += 0.5)
      kernel.send({ type: 'setControl', cell: 'a', key: 'λ', value });
    await arrived;
  });

  it('refuses what is no range', async () => {
    const { define, run, error } = startKernel();
    await define({
      a: 'input.range({ label: "x", min: 1, max: 1 })',
      b: 'input.range({ label: "x", min: 0, max: 1 });\ninput.range({ label: "x", min: 0, max: 2 });',
    });
    await run('a', 'b');
    expect(error('a')?.message).toBe('input.range: max must be > min = 1, got 1');
    expect(error('b')?.message).toContain('two sliders');
  });
});

describe('what the page gives', () => {
  it('is there by name, and reruns the cells that use it', async () => {
    const { kernel, define, run, texts, idle, runs } = startKernel();
    await define({ a: 'print(widget?.parameters.rho)', b: 'print(lab.length)', c: 'print(1)' });
    await run('a', 'b', 'c');
    expect([texts('a'), texts('b')]).toEqual([['undefined'], ['0']]);
    const settled = idle();
    kernel.send({ type: 'setContext', scope: 'one', name: 'widget', value: { parameters: { rho: 0.8 } } });
    await settled;
    expect(texts('a')).toEqual(['0.8']);
    expect([runs('a'), runs('b'), runs('c')]).toEqual([2, 1, 1]);
  });

  it('is of one scope', async () => {
    const { kernel, define, run, texts } = startKernel();
    kernel.send({ type: 'setContext', scope: 'other', name: 'lab', value: [{ name: 'mlp' }] });
    await define({ a: 'print(lab.length)', b: { source: 'print(lab[0].name)', scope: 'other' } });
    await run('a', 'b');
    expect([texts('a'), texts('b')]).toEqual([['0'], ['mlp']]);
  });
});

describe('a definition', () => {
  it('tells what a cell declares and uses of its scope', async () => {
    const { define, events } = startKernel();
    await define({
      a: 'const { p50, p95: tail } = summary; function f() {}',
      b: 'print(f(p50), widget, Math.PI, stats)',
    });
    const analysed = events.filter(({ type }) => type === 'analysed');
    expect(analysed).toEqual([
      { type: 'analysed', cell: 'a', declares: ['p50', 'tail', 'f'], uses: ['summary'] },
      { type: 'analysed', cell: 'b', declares: [], uses: ['f', 'p50', 'widget'] },
    ]);
  });
});
