import { describe, expect, it } from 'vitest';
import { startKernel } from './support.ts';

describe('cells that use each other', () => {
  it('run what they need first, whatever the order on the page', async () => {
    const { define, run, texts, runs } = startKernel();
    await define({ sum: 'print(a + b)', b: 'const b: number = a * 10', a: 'const a = 4', other: 'print(1)' });
    await run('sum');
    expect(texts('sum')).toEqual(['44']);
    expect([runs('a'), runs('b'), runs('other')]).toEqual([1, 1, 0]);
  });

  it('run again when what they use was run again, and only they', async () => {
    const { define, run, texts, runs } = startKernel();
    const cells = { a: 'let a = 1', b: 'const b = a + 1', c: 'print(b)', d: 'print("aside")', e: 'print(a)' };
    await define(cells);
    await run('c', 'd');
    await define({ ...cells, a: 'let a = 5' });
    expect(texts('c')).toEqual(['2']); // nothing runs by a definition
    await run('a');
    expect(texts('c')).toEqual(['6']);
    expect([runs('c'), runs('d'), runs('e')]).toEqual([2, 1, 0]);
  });

  it('count only their own time, also when many run at once', async () => {
    const { define, run, finished } = startKernel();
    const busy = 'const from = performance.now(); while (performance.now() - from < 100);';
    await define({ quick: '1', slow: `{ ${busy} }`, quicker: '2' });
    // A machine that is busy with other things may hold up a quick cell now and then, but not each time.
    await expect
      .poll(async () => {
        await run('quick', 'slow', 'quicker');
        const slow = finished('slow')?.milliseconds ?? 0;
        return ['quick', 'quicker'].map((cell) => (finished(cell)?.milliseconds ?? Infinity) < slow / 2);
      })
      .toEqual([true, true]);
    expect(finished('slow')?.milliseconds).toBeGreaterThanOrEqual(100);
  });

  it('run a changed cell that they need before themselves', async () => {
    const { define, run, texts } = startKernel();
    await define({ a: 'const a = 1', b: 'print(a)' });
    await run('b');
    await define({ a: 'const a = 2', b: 'print(a)' });
    await run('b');
    expect(texts('b')).toEqual(['2']);
  });

  it('are told apart by scope', async () => {
    const { define, run, texts, error } = startKernel();
    await define({
      a: { source: 'const x = 1', scope: 'first' },
      b: { source: 'const x = 2', scope: 'second' },
      c: { source: 'print(x)', scope: 'first' },
      d: { source: 'print(x)', scope: 'second' },
      e: { source: 'print(x)', scope: 'third' },
    });
    await run('c', 'd', 'e');
    expect([texts('c'), texts('d')]).toEqual([['1'], ['2']]);
    expect(error('e')).toMatchObject({
      name: 'RuntimeError',
      message: 'x is not defined',
      place: { line: 1, column: 7 },
    });
  });

  it('wait for promises, and pass iterators on as they are', async () => {
    const { define, run, texts } = startKernel();
    await define({
      a: 'const later = sleep(5).then(() => 7); const now = await Promise.resolve(1);',
      b: 'function* count() { yield 1; yield 2; }\nconst steps = count();',
      c: 'print(later + now, [...steps])',
    });
    await run('c');
    expect(texts('c')).toEqual(['8 [1, 2]']);
  });

  it('run from top to bottom when nothing else orders them', async () => {
    const { define, run, events } = startKernel();
    await define({ a: 'print(1)', b: 'print(2)', c: 'print(3)' });
    await run('c', 'a', 'b');
    expect(events.flatMap((event) => (event.type === 'started' ? [event.cell] : []))).toEqual([
      'a',
      'b',
      'c',
    ]);
  });

  it('forget a cell that has gone, and its values', async () => {
    const { define, run, error, texts, runs } = startKernel();
    await define({ a: 'const a = 1', b: 'print(a)' });
    await run('b');
    await define({ b: 'print(a)' });
    expect(runs('b')).toBe(1);
    await run('b');
    expect(error('b')?.message).toBe('a is not defined');
    await define({ b: 'print(a)', fresh: 'const a = 3' });
    await run('fresh');
    expect(texts('b')).toEqual(['3']);
  });

  it('may take a name over from a cell that no longer declares it', async () => {
    const { define, run, texts, finished } = startKernel();
    await define({ a: 'const a = 1', b: '', c: 'print(a)' });
    await run('c');
    await define({ a: '', b: 'const a = 2', c: 'print(a)' });
    await run('b');
    expect(finished('b')?.status).toBe('ok');
    expect(texts('c')).toEqual(['2']);
  });
});

describe('cells that cannot run', () => {
  it('fail when two declare a name', async () => {
    const { define, run, error, finished } = startKernel();
    await define({ a: 'const a = 1', b: '\n const a = 2', c: 'print(a)' });
    await run('b', 'c');
    expect(error('b')).toMatchObject({ place: { line: 2, column: 8 } });
    expect(error('b')?.message).toContain('a is defined more than once');
    expect(finished('c')?.status).toBe('failed');
    expect(error('c')?.message).toContain('a is defined more than once');
  });

  it('fail when they go in a circle', async () => {
    const { define, run, error, finished } = startKernel();
    await define({ a: 'const a = b + 1', b: 'const b = a + 1' });
    await run('a');
    expect(error('a')?.message).toContain('Circular definition');
    expect(error('b')?.message).toContain('Circular definition');
    expect(finished('a')?.status).toBe('failed');
  });

  it('are skipped when what they use failed, and run once it is repaired', async () => {
    const { define, run, texts, finished, outputs } = startKernel();
    const cells = { a: 'const a = null.length', b: 'const b = a', c: 'print(b)' };
    await define(cells);
    await run('c');
    expect([finished('a')?.status, finished('b')?.status, finished('c')?.status]).toEqual([
      'failed',
      'skipped',
      'skipped',
    ]);
    expect(outputs('b')).toEqual([
      { kind: 'notice', text: 'Not run: `a` comes from a cell that did not run through.' },
    ]);
    await define({ ...cells, a: 'const a = 3' });
    await run('a');
    expect(texts('c')).toEqual(['3']);
    expect(finished('c')?.status).toBe('ok');
  });

  it('do not hold up their next run', async () => {
    const { kernel, sendDefine, define, run, texts, until } = startKernel();
    await define({ a: 'const a = await new Promise(() => {})', b: 'print(a)' });
    const began = until((notice) => notice.type === 'event' && notice.event.type === 'started');
    kernel.send({ type: 'run', cells: ['b'] });
    await began;
    sendDefine({ a: 'const a = 2', b: 'print(a)' });
    await run('a');
    expect(texts('b')).toEqual(['2']);
  });
});
