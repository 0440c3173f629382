import { describe, expect, it } from 'vitest';
import { BatchPicture } from '../../../src/widgets/lab/experiments/batch/BatchPicture.tsx';
import { PrecisionPicture } from '../../../src/widgets/lab/experiments/precision/PrecisionPicture.tsx';
import { SpeedupPicture } from '../../../src/widgets/lab/experiments/threads/SpeedupPicture.tsx';
import { threadCounts } from '../../../src/widgets/lab/experiments/threads/threadOffers.ts';
import { LabFailure } from '../../../src/widgets/lab/failures.ts';
import { wasmOneThread } from '../../../src/widgets/lab/runner/plan.ts';
import type { RowState } from '../../../src/widgets/lab/runState.ts';
import { complaints, expectAccessible, show, user } from '../support/show.tsx';
import { type FixtureRow, fixtureMeasurement } from './fixtures.ts';

const words = (element: HTMLElement) => (element.textContent ?? '').replaceAll('\u202f', ' ');

describe('the batch picture', () => {
  const sizes = [1, 2, 4, 8, 16, 32, 64];
  const rows = (time: (batch: number) => number, more: Partial<FixtureRow> = {}) =>
    sizes.map((batch) =>
      fixtureMeasurement({ name: `batch ${batch} · WASM, 1 thread`, batch, medianMs: time(batch), ...more }),
    );

  it('claims a and b, explains them with intervals, and reads both panels by keyboard', async () => {
    const said = complaints();
    const { root, all } = await show(<BatchPicture shown={rows((n) => 0.4 + 0.05 * n)} />);
    expect(words(root)).toMatch(
      /Starting an inference costs (39\d|40\d|4\d\d) µs; each row in it adds (49|50)[.\d]* µs/,
    );
    expect(words(root)).toContain('The measured times lie on the line');
    expect(words(root)).toMatch(/a\/b, half-way batch(7|8)\.\d+ rows/);
    expect(words(root)).toMatch(/1\/b, ceiling(19,\d|20,\d)00\/s/);
    // Drawn once their width is known.
    await expect.poll(() => all('[role="slider"]').length).toBe(2);
    for (const crosshair of all('[role="slider"]')) {
      await user.focus(crosshair);
      await user.press('{End}');
      expect(crosshair.getAttribute('aria-valuetext')).toBe('batch 64');
    }
    await user.click(all('label').find((label) => label.textContent === 'Linear') ?? root);
    expect(words(root)).not.toContain('log axis');
    await expectAccessible(root);
    expect(said).toEqual([]);
  });

  it('says that bent times are not a straight line, and where they leave it', async () => {
    const { root } = await show(<BatchPicture shown={rows((n) => 0.4 + 0.05 * n + 0.01 * n ** 1.5)} />);
    expect(words(root)).toMatch(
      /Not a straight line: at a batch of \d+ the measured time lies [\d.]+ % (above|below) it/,
    );
  });

  it('draws the newest run alone, and asks for more where there is no line', async () => {
    const old = fixtureMeasurement({ name: 'batch 1 · WASM, 1 thread', batch: 1, medianMs: 9, runId: 'old' });
    const { root, draw } = await show(<BatchPicture shown={[old, ...rows((n) => 0.4 + 0.05 * n)]} />);
    expect(words(root)).toContain('The picture shows the newest of the ticked runs');
    expect(words(root)).toContain('lie on the line');
    await draw(<BatchPicture shown={[old]} />);
    expect(words(root)).toContain('No line through these rows');
    expect(words(root)).toContain('two batch sizes of one run');
  });
});

describe('the picture of number formats', () => {
  const rows = (
    [
      ['fp32', 1, 1790, 1e-6],
      ['int8', 0.5, 1790, 0.1],
      ['q8', 4, 1788, 0.05],
    ] as const
  ).map(([precision, medianMs, correct, maxAbsolute]) =>
    fixtureMeasurement({ name: `${precision} · WASM`, precision, medianMs, correct, maxAbsolute }),
  );
  const failedRow = (precision: string, failure: LabFailure): RowState => ({
    configuration: { ...wasmOneThread, id: `wasm-1/${precision}`, name: `${precision} · WASM, 1 thread` },
    step: 'failed',
    share: null,
    notices: [],
    failure,
  });
  const gate = {
    passed: false,
    maxAbsolute: 0.5,
    maxRelative: 3,
    argmaxAgreement: 0.75,
    notFinite: 0,
    scale: 2,
  };
  const failed = [
    failedRow('q4', new LabFailure('wrong-answer', '', gate)),
    failedRow('fp16', new LabFailure('no-shader-f16')),
  ];
  const cells = (root: HTMLElement, precision: string) =>
    [...root.querySelectorAll('tbody tr')]
      .map((row) => (row.textContent ?? '').replaceAll('\u202f', ' '))
      .find((text) => text.startsWith(precision)) ?? '';

  it('marks what another format beats, by answers or by difference', async () => {
    const said = complaints();
    const { root, all } = await show(<PrecisionPicture shown={rows} failed={failed} />);
    expect(words(root)).toContain(
      'Here int8 is worth choosing; fp32 and q8 are no more accurate and slower.',
    );
    expect(cells(root, 'fp32')).toMatch(/10\.5 %.*beaten by int8$/);
    await user.click(all('label').find((label) => label.textContent === 'Difference') ?? root);
    // Less exact, hence not better: the wide format is worth its time again.
    expect(cells(root, 'fp32')).toMatch(/5 × 10⁻⁷.*none beats it$/);
    expect(cells(root, 'q8')).toMatch(/0\.025.*beaten by fp32$/);
    expect(cells(root, 'int8')).toContain('5 on the processor');
    await expectAccessible(root);
    expect(said).toEqual([]);
  });

  it('withholds the speed of a wrong answer and says why a format could not run', async () => {
    const { root, all } = await show(<PrecisionPicture shown={rows} failed={failed} />);
    expect(cells(root, 'q4')).toMatch(
      /Withheld.*largest difference 0\.5, 25 % of the output’s scale.*in 75 % of rows/,
    );
    expect(cells(root, 'q4')).not.toMatch(/\d (ns|µs|ms|s)\b/);
    expect(cells(root, 'fp16')).toMatch(/Could not run\. .*shader-f16/);
    await expect.poll(() => all('circle').length).toBe(3);
  });

  it('says what is no longer known after a reload', async () => {
    const { root } = await show(<PrecisionPicture shown={rows} failed={[]} />);
    expect(cells(root, 'q4')).toContain('No result of this run is kept.');
  });
});

describe('the picture of threads', () => {
  const law = (threads: number) => 8 * (0.2 + 0.8 / threads);
  const rows = (time: (threads: number) => number, more: Partial<FixtureRow> = {}) =>
    [1, 2, 4, 8].map((threads) =>
      fixtureMeasurement({ name: `WASM, ${threads} threads`, threads, medianMs: time(threads), ...more }),
    );

  it('gives the speed-ups, the serial share and the cores that they prove', async () => {
    const said = complaints();
    const { root, all, find } = await show(<SpeedupPicture shown={rows(law)} />);
    expect(words(root)).toMatch(/8 threads are 3\.\d+ times as fast as one/);
    expect(words(root)).toMatch(/s, serial share(19|20)[.\d]* %/);
    expect(words(root)).toContain('follow Amdahl’s law within their noise');
    expect(words(root)).toMatch(
      /8 threads8 the measuring worker and 7 counted beside it.*At least [34] cores worked at once/,
    );
    await expect.poll(() => all('[role="slider"]').length).toBe(1);
    const crosshair = find('[role="slider"]');
    await user.focus(crosshair);
    await user.press('{Home}');
    expect(crosshair.getAttribute('aria-valuetext')).toBe('1 thread');
    await expectAccessible(root);
    expect(said).toEqual([]);
  });

  it('proves nothing where the machine changed, and says where threads make it slower', async () => {
    const { root, draw } = await show(<SpeedupPicture shown={rows(law, { slowdown: 1.5 })} />);
    expect(words(root)).toContain('the speed-up proves nothing about the cores');
    await draw(<SpeedupPicture shown={rows((threads) => 1 + threads)} />);
    expect(words(root)).toMatch(/8 threads are slower than one: 0\.22\d* times its speed/);
    expect(words(root)).toContain('Sharing this work out costs more than it saves');
    expect(words(root)).toContain('they were no faster');
  });

  it('never offers more threads than cores', () => {
    expect([1, 2, 3, 6, 8, 64].map(threadCounts)).toEqual([
      [1],
      [1, 2],
      [1, 2, 3],
      [1, 2, 4, 6],
      [1, 2, 4, 8],
      [1, 2, 4, 8, 16],
    ]);
  });
});
