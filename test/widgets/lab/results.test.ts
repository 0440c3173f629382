import { beforeEach, describe, expect, it } from 'vitest';
import { importLabFile, labFile } from '../../../src/store/labFile.ts';
import { labRuns } from '../../../src/store/labRuns.ts';
import { type Measurement, measurements, saveMeasurements } from '../../../src/store/measurements.ts';
import { differences, differingParts } from '../../../src/widgets/lab/results/compare/differences.ts';
import { verdict } from '../../../src/widgets/lab/results/compare/verdict.ts';
import { decodeSummary, encodeSummary } from '../../../src/widgets/lab/results/share/summary.ts';
import { labResult } from '../../e2e/support/labResult.ts';
import { fixtureColdRun, fixtureLoadRun } from './wholeRunFixtures.ts';

const saved = () => measurements.getState().value.measurements;
const file = (...ones: Measurement[]) => labFile({ measurements: ones, runs: [] });
beforeEach(async () => {
  await Promise.all([measurements.loaded, labRuns.loaded]);
  await measurements.update(() => ({ measurements: [], sentToLesson: null, batchFit: null }));
  await labRuns.update(() => ({ runs: [] }));
});

describe('a file of results', () => {
  const [one, two] = [labResult(), labResult({ seed: 2, createdAt: '2026-11-21T08:00:00.000Z' })];

  it('comes back whole, marked as imported, with its fingerprints', async () => {
    const { added, known } = await importLabFile(file(one, two));
    expect(known).toBe(0);
    expect(added.measurements.map(({ id }) => id)).toEqual([one.id, two.id]);
    expect(saved()).toEqual([one, two].map((measurement) => ({ ...measurement, imported: true })));
  });
  it('adds only what is not here, and leaves the reader’s own as it is', async () => {
    await saveMeasurements([two]);
    const { added, known } = await importLabFile(file(two, one, one));
    expect([added.measurements.length, known]).toEqual([1, 2]);
    expect(saved().map(({ id, imported }) => [id, imported])).toEqual([
      [one.id, true],
      [two.id, undefined],
    ]);
  });
  it.each([
    [
      'a changed number',
      (measurement: Record<string, unknown>) => Object.assign(measurement, { batch: 1 }),
      /fingerprint is another/,
    ],
    [
      'samples that are not those of the blocks',
      (measurement: Record<string, unknown>) => Object.assign(measurement, { serviceTimes: [1] }),
      /not those of its blocks/,
    ],
    [
      'no samples',
      (measurement: Record<string, unknown>) => Object.assign(measurement, { serviceTimes: [] }),
      /not those of its blocks/,
    ],
    ['a missing stamp', (measurement: Record<string, unknown>) => delete measurement.stamp, /stamp/],
    [
      'no time',
      (measurement: Record<string, unknown>) => Object.assign(measurement, { createdAt: 'soon' }),
      /it has no time/,
    ],
  ])('is refused whole for %s', async (_, change, reason) => {
    const text = file(one, two);
    const content = JSON.parse(text);
    change(content.measurements[1]);
    await expect(importLabFile(JSON.stringify(content))).rejects.toThrow(reason);
    expect(saved()).toEqual([]);
  });
  it.each([
    ['{"format":"goodput-lab","version":2,"measurements":[],"runs":[]}', /newer version/],
    ['{"format":"other","version":1,"measurements":[],"runs":[]}', /not an export of this lab/],
    ['{"__proto__":{}}', /reserved name/],
    ['<!doctype html>', /not valid JSON/],
    ['', /not valid JSON/],
  ])('is refused when it is %s', async (text, reason) => {
    await expect(importLabFile(text)).rejects.toThrow(reason);
  });
});

describe('a file of whole runs', () => {
  const runs = [fixtureColdRun(2), fixtureLoadRun()];

  it('comes back whole and marked, also when it was imported before it was exported', async () => {
    await importLabFile(labFile({ measurements: [], runs }));
    const marked = runs
      .map((run) => ({ ...run, imported: true }))
      .toSorted((left, right) => left.createdAt.localeCompare(right.createdAt));
    expect(labRuns.getState().value.runs).toEqual(marked);
    await labRuns.update(() => ({ runs: [] }));
    const { added } = await importLabFile(labFile({ measurements: [], runs: marked }));
    expect(added.runs).toHaveLength(2);
  });
  it('is refused whole when one of them was changed, and adds no measurement either', async () => {
    const [cold, load] = runs;
    if (!cold || !load) throw new Error('the fixtures are missing');
    const text = labFile({ measurements: [labResult()], runs: [cold, { ...load, device: 'a faster one' }] });
    await expect(importLabFile(text)).rejects.toThrow(/fingerprint is another/);
    expect([saved().length, labRuns.getState().value.runs.length]).toEqual([0, 0]);
  });
});

describe('which of u, c and e differs', () => {
  const wasm = labResult();
  const partsOf = (second: Measurement) => differingParts(differences(wasm, second));

  it.each([
    ['nothing', labResult({ seed: 3 }), []],
    ['the input', labResult({ batch: 1 }), ['u']],
    ['the configuration', { ...wasm, model: { ...wasm.model, precision: 'q4', sha256: '0' } }, ['c']],
    ['the configuration alone, on another engine', labResult({ provider: 'webgpu' }), ['c']],
    ['the environment', labResult({ browser: 'Firefox 150' }), ['e']],
    ['two of them', labResult({ batch: 1, browser: 'Firefox 150' }), ['u', 'e']],
  ] as const)('%s', (_, second, parts) => {
    expect(partsOf(second)).toEqual(parts);
  });
  it('compares in pairs only what ran together under one difference', () => {
    const together = { ...labResult({ level: 0.6, seed: 4 }), threads: 2 };
    const say = (second: Measurement) => verdict(wasm, second, differences(wasm, second));
    expect(say(together)).toMatch(
      /The configuration c differs \(threads\)\. The second takes (1\.9|2)\S* times/,
    );
    expect(say({ ...together, runId: 'another' })).toMatch(/of different runs/);
    expect(say(labResult({ browser: 'Firefox 150' }))).toMatch(/different environments/);
    expect(say(labResult({ isolated: false }))).toMatch(/not isolated|was not.*not compared/);
  });
});

describe('the link to a summary', () => {
  const measurement = labResult();
  const query = encodeSummary(measurement);

  it('is readable, short, and says the same at the other end', () => {
    expect(query.length).toBeLessThan(1200);
    expect(query).toMatch(/p50=0\.3\d*,0\.\d+,0\.\d+/);
    const summary = decodeSummary(query);
    if (typeof summary === 'string') throw new Error(summary);
    expect(summary).toMatchObject({
      model: 'mlp',
      batch: 64,
      isolated: true,
      fingerprint: measurement.fingerprint,
    });
    expect(summary.p50.value).toBeCloseTo(measurement.report.p50.value, 5);
    expect(summary.p99).toMatchObject({ lower: expect.any(Number), upper: expect.any(Number) });
  });
  const changed = (name: string, value: string) => {
    const parameters = new URLSearchParams(query);
    parameters.set(name, value);
    return parameters.toString();
  };
  it.each([
    ['', /lacks “name”/],
    [changed('p50', '1,2,3'), /“p50” cannot be read: it lies outside its interval/],
    [changed('p50', '-1'), /“p50” cannot be read/],
    [changed('p95', '1e999'), /“p95” cannot be read/],
    [changed('threads', '2.5'), /“threads” cannot be read: it is not a count/],
    [changed('name', 'x'.repeat(101)), /“name” cannot be read/],
    [changed('name', 'a\u202eb'), /“name” cannot be read: it is not plain text/],
    [changed('more', '1'), /“more” cannot be read/],
    [`${query}&p50=9`, /“p50” twice/],
    [`${query}${'&'.repeat(2000)}`, /longer than 2,000/],
  ])('is refused whole when it is wrong: %#', (text, reason) => {
    expect(decodeSummary(text)).toMatch(reason);
  });
  it('carries the names of a measurement that hold what a link may not', () => {
    const odd = { ...measurement, name: `WASM\u0000 ${'x'.repeat(300)}`, device: '' };
    expect(decodeSummary(encodeSummary(odd))).toMatchObject({ device: 'unnamed' });
  });
});
