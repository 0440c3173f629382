import { describe, expect, it } from 'vitest';
import { demoIds, loadDemo } from '../../../src/lessons/components/demo/demos.ts';
import { runDemo } from '../../../src/lessons/components/demo/runDemo.ts';

const run = async (id: string) => {
  const { demo, source } = await loadDemo(id);
  const { outputs, error } = runDemo(demo);
  const lines = outputs.flatMap((output) => ('text' in output ? [output.text] : []));
  return { outputs, error, lines, source };
};

describe('the demos', () => {
  it.each(demoIds)('%s passes every check and prints nothing undefined', async (id) => {
    const { outputs, error, lines } = await run(id);
    expect(error).toBeUndefined();
    const checks = outputs.filter((output) => output.kind === 'check');
    expect(checks.length).toBeGreaterThan(0);
    expect(checks.every(({ passed, text }) => passed && text.startsWith('PASS '))).toBe(true);
    expect(lines.join('\n')).not.toMatch(/NaN|undefined/);
  });

  it('2.2 draws the lineage: edges = nodes − 1, the model downstream of the features', async () => {
    const { outputs, lines, source } = await run('2.2');
    const graph = outputs.find((output) => output.kind === 'graph');
    expect(graph?.chart.nodes).toEqual(['raw', 'clean', 'features', 'model', 'endpoint']);
    expect(graph?.chart.edges).toHaveLength(4);
    expect(lines).toContain('PASS edges = nodes − 1');
    expect(lines).toContain('PASS model is downstream of features');
    expect(source).toContain('record.lineage([');
  });

  it('2.4 compares the releases: 0.022 with standard error 0.002', async () => {
    const { lines } = await run('2.4');
    expect(lines).toContain('mean paired delta 0.022');
    expect(lines).toContain('standard error 0.002');
    expect(lines).toContain('PASS mean delta > 0');
  });

  it('5.2 measures the drift: PSI 0.121194', async () => {
    const { outputs, lines } = await run('5.2');
    expect(lines).toContain('PSI (ε = 1e-8) 0.121194');
    expect(lines).toContain('PASS PSI ≥ 0');
    const bars = outputs.find((output) => output.kind === 'bars');
    expect(bars?.chart.series).toEqual({
      reference: [0.2, 0.3, 0.25, 0.25],
      current: [0.1, 0.25, 0.3, 0.35],
    });
  });

  it('names the demos there are when asked for another', async () => {
    await expect(loadDemo('9.9')).rejects.toThrow(/unknown demo: 9\.9 \(one of .*2\.4/);
  });
});

describe('a cell', () => {
  it('stops at a failed check and shows it', () => {
    const { outputs, error } = runDemo(({ print }) => {
      print('before');
      // What the engine's checks do with a condition that does not hold.
      print({ passed: false, message: 'FAIL by hand' });
      throw new RangeError('utilization must be < 1, got 1.2');
    });
    expect(outputs).toEqual([
      { kind: 'line', text: 'before' },
      { kind: 'check', passed: false, text: 'FAIL by hand' },
    ]);
    expect(error).toBe('RangeError: utilization must be < 1, got 1.2');
  });
});
