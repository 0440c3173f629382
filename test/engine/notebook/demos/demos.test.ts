import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import type { CellControl, CellOutput, PlotSpec } from '../../../../src/engine/notebook/index.ts';
import { analyse } from '../../../../src/widgets/notebook/kernel/source/analyse.ts';
import { runDemo } from './run.ts';
import { demoIds, folder, readDemo } from './source.ts';

/** What a reader sees of a run, line by line. */
const lines = (outputs: readonly CellOutput[]): string[] =>
  outputs.flatMap((output) => {
    if (output.kind === 'text') return [output.text];
    if (output.kind === 'check') return [output.message];
    if (output.kind === 'table') return output.table.rows.map((row) => row.join(' | '));
    return [];
  });

const isDecisionTable = (output: CellOutput): boolean =>
  output.kind === 'table' &&
  ['value', 'verdict', 'action'].every((name) => output.table.columns.includes(name));

/** The figures of the six computations that go round through the lessons. */
const classics = {
  lineage: ['PASS edges = nodes − 1', 'PASS model is downstream of features'],
  fingerprint: ['PASS Σ i·vᵢ is 1090', 'PASS an equal copy gives the same sum'],
  release: [
    'mean paired delta 0.022 standard error 0.002',
    'PASS mean delta > 0',
    'PASS mean paired delta is 0.022',
    'PASS standard error (ddof 1) is 0.002',
  ],
  drift: ['PSI 0.121194', 'PASS PSI ≥ 0', 'PASS PSI is 0.121194'],
  tail: ['PASS p95 > p50', 'PASS p50 is 53.5 ms', 'PASS p95 is 148.5 ms (linear interpolation)'],
  guardrail: ['escalated 2 of 5', 'PASS two escalate'],
} as const;

const classicOf: Record<string, keyof typeof classics> = {
  ...{ '1.1': 'lineage', '2.2': 'lineage', '3.3': 'lineage', '4.4': 'lineage', '5.5': 'lineage' },
  ...{ '1.2': 'fingerprint', '2.3': 'fingerprint', '3.4': 'fingerprint', '4.5': 'fingerprint' },
  ...{ '1.3': 'release', '2.4': 'release', '3.5': 'release', '5.1': 'release' },
  ...{ '1.4': 'drift', '2.5': 'drift', '4.1': 'drift', '5.2': 'drift' },
  ...{ '1.5': 'tail', '3.1': 'tail', '4.2': 'tail', '5.3': 'tail' },
  ...{ '2.1': 'guardrail', '3.2': 'guardrail', '4.3': 'guardrail', '5.4': 'guardrail' },
};

describe.each(demoIds)('demo %s', (id) => {
  it('computes its classic figures, passes its checks, draws and decides', async () => {
    const { outputs } = await runDemo(id);
    const seen = lines(outputs);
    for (const line of classics[classicOf[id]!]) expect(seen).toContain(line);
    expect(outputs.filter(({ kind }) => kind === 'check').length).toBeGreaterThan(2);
    expect(outputs.some(({ kind }) => kind === 'plot')).toBe(true);
    expect(seen.some((line) => line.includes(' → ')) || outputs.some(isDecisionTable)).toBe(true);
  });
  it('gives the same whichever cell runs again, and whenever', async () => {
    const { cells, againFrom } = await runDemo(id);
    for (const index of cells.keys()) {
      expect(await againFrom(index), `from cell ${index + 1}`).toEqual(cells.slice(index));
    }
    expect((await runDemo(id)).cells).toEqual(cells);
  });
  it('holds wherever its sliders stand, and can be drawn', async () => {
    const { sliders } = await runDemo(id);
    expect(new Set(sliders.map(({ label }) => label)).size).toBe(sliders.length);
    for (const slider of sliders) {
      for (const value of places(slider)) {
        const run = await runDemo(id, { sliders: { [slider.label]: value } }).catch((error) =>
          expect.fail(`${slider.label} = ${value}: ${error}`),
        );
        for (const output of run.outputs) if (output.kind === 'plot') expectDrawable(output.plot);
      }
    }
  });
  it('declares each name once', () => {
    const declared = readDemo(id).flatMap((cell) =>
      cell.kind === 'code' ? [...analyse(cell).declares.keys()] : [],
    );
    expect(declared.filter((name, i) => declared.indexOf(name) !== i)).toEqual([]);
  });
  it('reads as a lesson: prose with a formula, then short cells', () => {
    const [prose, ...cells] = readDemo(id);
    expect(prose?.kind).toBe('markdown');
    expect(prose?.source).toMatch(/^## /);
    expect(prose?.source).toMatch(/\$[^$]+\$/);
    expect(cells.length).toBeGreaterThan(1);
    for (const { source } of cells) expect(source.split('\n').length, source).toBeLessThanOrEqual(27);
  });
});

/** Some steps of a slider, its ends among them. */
function places({ min, max, step }: CellControl): number[] {
  const stride = Math.ceil((max - min) / step / 8);
  const count = Math.floor((max - min) / (step * stride) + 1e-9) + 1;
  return [...Array.from({ length: count }, (_, i) => min + i * stride * step), max];
}

/** A chart has something in it, names its axes, and a logarithmic one holds nothing that is not above 0. */
function expectDrawable(plot: PlotSpec) {
  expect(plot.title).not.toBe('');
  if (plot.kind === 'bars') expect(plot.y.label).not.toBe('');
  if (plot.kind !== 'xy') return;
  expect([plot.x.label, plot.y.label]).not.toContain('');
  for (const mark of plot.marks) {
    if (!('points' in mark)) continue;
    expect(mark.points.length, plot.title).toBeGreaterThan(0);
    for (const [x, ...ys] of mark.points) {
      if (plot.x.scale === 'log') expect(x, plot.title).toBeGreaterThan(0);
      if (plot.y.scale === 'log') expect(Math.min(...ys), plot.title).toBeGreaterThan(0);
    }
  }
}

describe('the demos', () => {
  it('are one for each lesson of the first five parts', () => {
    expect(demoIds).toEqual(Object.keys(classicOf).sort());
  });
  it('type-check against the engine, each as one module', () => {
    const compiler = fileURLToPath(new URL('../../../../node_modules/typescript/bin/tsc', import.meta.url));
    const { stdout, status } = spawnSync(process.execPath, [compiler, '-p', folder], { encoding: 'utf8' });
    expect(stdout).toBe('');
    expect(status).toBe(0);
  });
  it('run quickly, all together', async () => {
    let total = 0;
    for (const id of demoIds) total += (await runDemo(id)).milliseconds;
    expect(total).toBeLessThan(3000);
  });
  it.each([
    ['1.1', "['clean', 'features'],", "['clean', 'features'], ['raw', 'model'],"],
    ['1.2', '101]', '102]'],
    ['1.3', '0.76', '0.77'],
    ['1.4', '0.35]', '0.36]'],
    ['1.5', '180]', '181]'],
    ['2.1', '0.8, 0.95]', '0.6, 0.95]'],
  ])('%s fails its check when %s is %s', async (id, was, is) => {
    const edit = (source: string) => source.replace(was, is);
    await expect(runDemo(id, { edit })).rejects.toThrow('FAIL');
  });
});
