import { describe, expect, it } from 'vitest';
import { startKernel } from '../kernel/support.ts';
import { watchLag } from './lag.ts';

const started = (cell: string) => (notice: { type: string; event?: { type: string; cell?: string } }) =>
  notice.type === 'event' && notice.event?.type === 'started' && notice.event.cell === cell;

const endless = [
  ['a loop without end', 'print("begun");\nwhile (true) {}'],
  ['a regular expression that backtracks', 'print("begun");\n/^(a+)+$/.test("a".repeat(40) + "!")'],
  ['a chain of microtasks', 'print("begun");\nwhile (true) await null;'],
];

describe.each(endless)('%s', (_name, source) => {
  it('leaves the page free, stops within 100 ms, and the next cell runs at once', async () => {
    // Other work of this machine only ever adds to a time: the best of three says what the code can do.
    const measured: { lag: number; stop: number; next: number }[] = [];
    for (let attempt = 0; attempt < 3; attempt++) measured.push(await stopAndRunNext(source));
    const best = (key: 'lag' | 'stop' | 'next') => Math.min(...measured.map((times) => times[key]));
    expect(best('lag')).toBeLessThan(50);
    expect(best('stop')).toBeLessThan(100);
    expect(best('next')).toBeLessThan(100);
  });

  it('is ended at the limit', async () => {
    const { kernel, define, notices, until, run, texts } = startKernel({ timeLimitMs: 400 });
    await define({ a: source, b: 'print("fresh")' });
    const ended = until((notice) => notice.type === 'ended');
    kernel.send({ type: 'run', cells: ['a'] });
    await ended;
    expect(notices.find(({ type }) => type === 'ended')).toEqual({
      type: 'ended',
      reason: 'timeout',
      running: ['a'],
    });
    await run('b');
    expect(texts('b')).toEqual(['fresh']);
  });
});

async function stopAndRunNext(source: string) {
  const { kernel, define, until, notices, texts } = startKernel();
  await define({ a: source, b: 'print("fresh")' });
  await new Promise((resolve) => setTimeout(resolve, 300)); // the next worker has loaded
  const running = until(started('a'));
  const lag = watchLag();
  kernel.send({ type: 'run', cells: ['a'] });
  await running;
  await new Promise((resolve) => setTimeout(resolve, 200));
  const begun = performance.now();
  const ready = until((notice) => notice.type === 'state' && notice.state === 'idle');
  kernel.stop();
  await ready;
  const stop = performance.now() - begun;
  const done = until(
    (notice) => notice.type === 'event' && notice.event.type === 'finished' && notice.event.cell === 'b',
  );
  kernel.send({ type: 'run', cells: ['b'] });
  await done;
  const next = performance.now() - begun - stop;
  expect(texts('b')).toEqual(['fresh']);
  expect(notices.find(({ type }) => type === 'ended')).toEqual({
    type: 'ended',
    reason: 'stopped',
    running: ['a'],
  });
  kernel.dispose();
  return { lag: lag(), stop, next };
}

describe('a kernel', () => {
  it('starts within 300 ms once its script is in the cache, and answers a light cell within 100 ms', async () => {
    const times: { start: number; answer: number }[] = [];
    for (let attempt = 0; attempt < 5; attempt++) {
      const begun = performance.now();
      const { kernel, define, run } = startKernel();
      await define({ a: '1 + 1' });
      const start = performance.now() - begun;
      await run('a');
      times.push({ start, answer: performance.now() - begun - start });
      kernel.dispose();
    }
    expect(Math.min(...times.map(({ start }) => start))).toBeLessThan(300);
    expect(Math.min(...times.map(({ answer }) => answer))).toBeLessThan(100);
  });

  it('tells its states, and opens only when it is needed', async () => {
    const { kernel, define, run, notices } = startKernel();
    expect(kernel.state).toBe('idle');
    expect(document.querySelector('iframe[sandbox]')).toBeNull();
    await define({ a: '1' });
    expect(document.querySelector('iframe')?.getAttribute('sandbox')).toBe('allow-scripts');
    await run('a');
    expect(notices.flatMap((notice) => (notice.type === 'state' ? [notice.state] : []))).toEqual([
      'starting',
      'idle',
      'running',
      'idle',
    ]);
    kernel.dispose();
    expect(document.querySelector('iframe[sandbox]')).toBeNull();
  });

  it('loses values but no cells and contexts by a restart', async () => {
    const { kernel, define, run, texts, runs, until } = startKernel();
    kernel.send({ type: 'setContext', scope: 'one', name: 'lab', value: [1, 2] });
    await define({ a: 'const a = lab.length', b: 'print(a)' });
    await run('b');
    const ready = until((notice) => notice.type === 'event' && notice.event.type === 'idle');
    kernel.restart();
    await ready;
    await run('b');
    expect(texts('b')).toEqual(['2']);
    expect(runs('a')).toBe(2);
  });

  it('does what was sent before it was there', async () => {
    const { kernel, texts, until } = startKernel();
    const done = until((notice) => notice.type === 'event' && notice.event.type === 'finished');
    kernel.send({ type: 'define', cells: [{ id: 'a', scope: 's', language: 'js', source: 'print(1)' }] });
    kernel.send({ type: 'run', cells: ['a'] });
    await done;
    expect(texts('a')).toEqual(['1']);
  });

  it('ends a run of microtasks that a finished cell left behind, at the next command', async () => {
    const { kernel, define, run, until, notices } = startKernel({ timeLimitMs: 500 });
    await define({ a: 'setTimeout(async () => { while (true) await null; }, 50); 1', b: 'print(1)' });
    await run('a');
    await new Promise((resolve) => setTimeout(resolve, 200));
    const ended = until((notice) => notice.type === 'ended');
    kernel.send({ type: 'run', cells: ['b'] });
    await ended;
    expect(notices.find(({ type }) => type === 'ended')).toMatchObject({ reason: 'timeout' });
  });
});

describe('too much output', () => {
  it.each([
    ['3 · 10⁵ lines', 'for (let i = 0; i < 3e5; i++) console.log("line", i)'],
    [
      '3 · 10⁵ values over time',
      'for (let i = 0; i < 3e5; i++) { display(i); if (i % 1000 === 0) await sleep(0); }',
    ],
    ['a result of 200 MB', 'new Array(25e6).fill(1.5)'],
    ['a text of 200 MB', '"x".repeat(2e8)'],
    ['10⁵ levels', '(() => { let d = {}; for (let i = 0; i < 1e5; i++) d = { d }; return d; })()'],
    [
      'large tables',
      'for (let i = 0; i < 300; i++) table(Array.from({ length: 40 }, (_, k) => k), Array.from({ length: 1000 }, () => Array(40).fill("x".repeat(50))))',
    ],
  ])('%s leaves the page free', async (_name, source) => {
    const { define, run, finished, outputs } = startKernel({ timeLimitMs: 30_000 });
    await define({ a: source });
    const lags: number[] = [];
    for (let attempt = 0; attempt < 2; attempt++) {
      const lag = watchLag();
      await run('a');
      lags.push(lag());
    }
    expect(finished('a')?.status).toBe('ok');
    expect(outputs('a').length).toBeGreaterThan(0);
    expect(Math.min(...lags)).toBeLessThan(200);
  });
});
