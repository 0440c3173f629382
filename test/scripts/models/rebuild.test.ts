import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { allFiles } from '../../../scripts/build-models/allFiles.ts';
import { sha256 } from '../../../scripts/build-models/cards/commonFields.ts';
import { shipped, shippedCards } from './shipped.ts';

describe('the shipped models', () => {
  it('are rebuilt, training and all, to the very bytes that are committed', {
    timeout: 240_000,
  }, async () => {
    const files = await allFiles();
    const committed = readdirSync(new URL('../../../public/models/', import.meta.url)).sort();
    expect(files.map(([name]) => name).sort()).toEqual(committed);
    for (const [name, content] of files)
      expect([name, sha256(content)]).toEqual([name, sha256(shipped(name))]);
  });

  it('have a card whose digest and size are those of the file', () => {
    for (const card of shippedCards()) {
      const file = shipped(card.file);
      expect([card.file, sha256(file), file.length]).toEqual([card.file, card.sha256, card.bytes]);
      expect(card.weightBytes).toBeLessThan(file.length);
    }
  });

  it('stay small: 25 MiB at most for a file, 12 MB for all', () => {
    const sizes = shippedCards().map(({ bytes }) => bytes);
    expect(Math.max(...sizes)).toBeLessThan(25 * 2 ** 20);
    expect(sizes.reduce((sum, bytes) => sum + bytes, 0)).toBeLessThan(12e6);
  });
});
