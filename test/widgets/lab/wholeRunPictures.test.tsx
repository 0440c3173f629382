import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { labRunSchema } from '../../../src/store/labRuns.ts';
import { ColdPicture } from '../../../src/widgets/lab/experiments/cold/ColdPicture.tsx';
import { coldCsv } from '../../../src/widgets/lab/experiments/cold/exportCold.ts';
import { loadCsv, loadJson } from '../../../src/widgets/lab/experiments/load/exportLoad.ts';
import { LoadPicture } from '../../../src/widgets/lab/experiments/load/LoadPicture.tsx';
import { complaints, expectAccessible, show, user, useTheme } from '../support/show.tsx';
import { fixtureColdRun, fixtureLoadRun } from './wholeRunFixtures.ts';

const words = (element: Element) => (element.textContent ?? '').replaceAll(/[\u202f\u00a0]/g, ' ');
const exportedLines = async (file: File) => (await file.text()).trim().split('\r\n');

describe('the load picture', () => {
  it('draws three named layers, says when requests begin to wait, and reads them by keyboard', async () => {
    const said = complaints();
    const { root, all } = await show(<LoadPicture run={fixtureLoadRun()} />);
    expect(words(root)).toMatch(/At 90 % of capacity, requests wait longer than they are served\./);
    await expect.poll(() => all('[role="slider"]').length).toBe(2);
    for (const layer of ['formula', 'simulation', 'this device', 'ρ ≥ 1'])
      expect(all('text').some((text) => text.textContent?.startsWith(layer))).toBe(true);
    const [crosshair] = all('[role="slider"]');
    if (!crosshair) throw new Error('no crosshair');
    await user.focus(crosshair);
    await user.press('{Home}{ArrowRight}');
    expect(crosshair.getAttribute('aria-valuetext')).toBe('ρ = 0.60');
    expect(said).toEqual([]);
  });

  it.each(['light', 'dark'] as const)('is accessible in the %s theme', async (theme) => {
    useTheme(theme);
    const { root, all } = await show(<LoadPicture run={fixtureLoadRun()} />);
    await expect.poll(() => all('[role="slider"]').length).toBe(2);
    await expectAccessible(root);
  });

  it('shows the requests of the load that is chosen, and that the queue of an overloaded server only grows', async () => {
    const { root, all } = await show(<LoadPicture run={fixtureLoadRun()} />);
    expect(words(root)).toContain('Every request at ρ = 0.9, in order.');
    const overload = all('input[type="radio"]').at(-1);
    if (!overload) throw new Error('no load to choose');
    await user.click(overload);
    expect(words(root)).toContain('Every request at ρ = 1.1, in order. More comes than can be served');
    expect(words(root)).toMatch(
      /only grows: \d+ requests were inside halfway and \d+ when the last one arrived/,
    );
    const row = overload.closest('tr');
    expect(words(row ?? root)).toMatch(/queue still growing: \d+, then \d+ inside/);
    expect(words(row ?? root)).toContain('no steady state');
  });

  it('takes the gap apart where starts are late, and lists it as above the simulation', async () => {
    const { root, all } = await show(<LoadPicture run={fixtureLoadRun({ late: 0.04 })} />);
    expect(words(root)).toMatch(/It lies above at ρ = [\d., ]*0\.6/);
    const chosen = all('input[type="radio"]')[1];
    if (!chosen) throw new Error('no load to choose');
    await user.click(chosen);
    const [, late] = /\+([\d.]+) µs from late starts/.exec(words(root)) ?? [];
    expect(Number(late)).toBeGreaterThan(40);
    expect(words(root)).toMatch(/Late start40 µs/);
  });

  it('leaves out a load during which the tab was hidden, and says so', async () => {
    const { root, all } = await show(<LoadPicture run={fixtureLoadRun({ hidden: [0.6] })} />);
    expect(words(root)).toContain('ρ = 0.6Discarded: the tab was hidden');
    expect(all('input[type="radio"]')).toHaveLength(3);
  });

  it('exports the run as it is saved, and every request as a line', async () => {
    const run = fixtureLoadRun();
    expect(v.parse(labRunSchema, JSON.parse(await loadJson(run).text()))).toEqual(run);
    const lines = await exportedLines(loadCsv(run));
    expect(lines).toHaveLength(1 + 4 * 2000);
    expect(lines[0]).toBe('load,requests_per_s,scheduled_ms,start_ms,finish_ms,discarded');
  });
});

describe('the cold start picture', () => {
  it('puts the cold start apart, gives ranges of few starts, and prices a start in requests', async () => {
    const said = complaints();
    const { root, all } = await show(<ColdPicture run={fixtureColdRun(5)} />);
    expect(words(root)).toContain(
      'On WASM, 1 thread the first answer took 1.08 s cold, and 203 ms with a warm cache.',
    );
    expect(words(root)).toContain('n = 4: range 201 to 204 ms');
    const fetching = all('tr').find((row) => words(row).startsWith('Fetch the runtime'));
    expect(words(fetching ?? root)).toContain('Cold: 900 ms.');
    // 99 · (202.5 − 2) / 2 = 9,924.75, so the 9,925th, to three digits.
    expect(words(root)).toContain('must serve 9,930 requests before its start is under 1 %');
    await expect.poll(() => all('[data-part="firstRunMs"]').length).toBe(2 * 5 + 1);
    expect(said).toEqual([]);
  });

  it('gives an interval of the median from six warm starts on', async () => {
    const { root } = await show(<ColdPicture run={fixtureColdRun(10)} />);
    expect(words(root)).toMatch(/95 % interval 20\d to 20\d ms, n = 9/);
  });

  it('says how long to keep an instance, and for another engine when it is chosen', async () => {
    const { root, all } = await show(<ColdPicture run={fixtureColdRun(5)} />);
    const minute = () => all('tr').find((row) => /^(1 min|60 s)/.test(words(row)));
    // −ln(0.01)·60 s, give or take the load: 4.6 min.
    expect(words(minute() ?? root)).toMatch(/27\d s after its last request/);
    const before = words(minute() ?? root);
    await user.click(all('label').find((label) => label.textContent === 'WebGPU') ?? root);
    expect(words(root)).toContain('On WebGPU, a start costs');
    expect(words(minute() ?? root)).not.toBe(before);
  });

  it.each(['light', 'dark'] as const)('is accessible in the %s theme', async (theme) => {
    useTheme(theme);
    const { root, all } = await show(<ColdPicture run={fixtureColdRun(5)} />);
    await expect.poll(() => all('[data-part="firstRunMs"]').length).toBe(2 * 5 + 1);
    await expectAccessible(root);
  });

  it('exports every start as a line, and fits the store', async () => {
    const run = fixtureColdRun(5);
    expect(v.parse(labRunSchema, structuredClone(run))).toEqual(run);
    const lines = await exportedLines(coldCsv(run));
    expect(lines).toHaveLength(1 + 10);
    expect(lines.filter((line) => line.includes(',cold,'))).toHaveLength(1);
  });
});
