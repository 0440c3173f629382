import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { allModels, filesOf } from '../../../scripts/build-models/allModels.ts';
import { sha256 } from '../../../scripts/build-models/cards/commonFields.ts';
import { modelTable } from '../../../scripts/build-models/cards/modelTable.ts';
import { shipped, shippedCards } from './shipped.ts';

const root = new URL('../../../', import.meta.url);

describe('the shipped models', () => {
  it('are rebuilt, training and all, to the very bytes that are committed', {
    timeout: 240_000,
  }, async () => {
    const models = await allModels();
    const files = filesOf(models);
    const committed = readdirSync(new URL('public/models/', root)).sort();
    expect(files.map(([name]) => name).sort()).toEqual(committed);
    for (const [name, content] of files)
      expect([name, sha256(content)]).toEqual([name, sha256(shipped(name))]);
    const page = readFileSync(new URL('docs/models.md', root), 'utf8');
    expect(page).toContain(modelTable(models.built.map(({ card }) => card)));
  });

  it('have a card whose digest and size are those of the file', () => {
    for (const card of shippedCards()) {
      const file = shipped(card.file);
      expect([card.file, sha256(file), file.length]).toEqual([card.file, card.sha256, card.bytes]);
      expect(card.weightBytes).toBeLessThan(file.length);
    }
  });

  it('stay small: 4 MiB at most for a file, 12 MB for all', () => {
    const sizes = readdirSync(new URL('public/models/', root)).map((name) => shipped(name).length);
    expect(Math.max(...sizes)).toBeLessThan(4 * 2 ** 20);
    expect(sizes.reduce((sum, bytes) => sum + bytes, 0)).toBeLessThan(12e6);
  });
});
