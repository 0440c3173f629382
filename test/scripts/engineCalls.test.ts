import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { readEngineCalls } from '../../scripts/vite/engineCalls.ts';
import * as engine from '../../src/engine/index.ts';

const folders = readEngineCalls(fileURLToPath(new URL('../../src/engine', import.meta.url)));

const find = (folder: string, name: string) => {
  const entry = folders
    .find((candidate) => candidate.name === folder)
    ?.entries.find((candidate) => candidate.name === name);
  if (!entry) throw new Error(`no ${folder}.${name}`);
  return entry;
};

describe('what the editor knows of the engine', () => {
  it('is every public name, each with a sentence', () => {
    for (const [name, exported] of Object.entries(engine)) {
      const folder = folders.find((candidate) => candidate.name === name);
      const known = [...(folder?.entries ?? []), ...(folder?.passedOn ?? [])].map((entry) => entry.name);
      expect(known.sort(), name).toEqual(Object.keys(exported).sort());
    }
    const bare = folders
      .flatMap(({ entries }) => entries)
      .filter(({ kind, prose }) => kind === 'call' && !prose);
    expect(bare).toEqual([]);
  });

  it('says how a call is made, what for, and shows one', () => {
    expect(find('stats', 'quantile')).toEqual({
      name: 'quantile',
      kind: 'call',
      signature: "quantile(values: ArrayLike<number>, p: number, method: QuantileMethod = 'linear'): number",
      prose: 'Sample quantile for p in [0, 1].',
      example: expect.stringContaining('stats.quantile(times, 0.95);'),
    });
  });

  it('lists the overloads of a call below each other', () => {
    expect(find('queueing', 'mg1').signature.split('\n')).toEqual([
      expect.stringMatching(/^mg1\(options: \{ arrivalRate: number; service: Law \}\)/),
      expect.stringMatching(/^mg1\(options: .*scvService/),
    ]);
  });

  it('spells out the options that a signature only names, and no object that calls make', () => {
    expect(find('simulate', 'hpa').types).toEqual([
      expect.stringMatching(/^interface HpaOptions \{[\s\S]*target: number/),
    ]);
    expect(find('queueing', 'mg1').types).toBeUndefined();
  });

  it('ends the prose at the first paragraph', () => {
    for (const { entries } of folders)
      for (const { name, prose } of entries) expect(prose, name).not.toMatch(/\n|@(param|throws|example)/);
  });
});
