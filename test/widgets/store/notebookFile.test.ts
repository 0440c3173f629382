import fc from 'fast-check';
import * as v from 'valibot';
import { beforeEach, describe, expect, it } from 'vitest';
import { importWork, workFile } from '../../../src/app/pages/settings/workFile.ts';
import { mergeNotebooks } from '../../../src/store/notebook/merge.ts';
import { notebook, type SavedNotebook, savedNotebookSchema } from '../../../src/store/notebook.ts';
import { notes, writeNote } from '../../../src/store/notes.ts';

const day = (number: number) => `2026-01-0${number}T00:00:00.000Z`;
const saved = (
  changed: string,
  cells: Record<string, string>,
  more: Partial<SavedNotebook['sections'][string]> = {},
): SavedNotebook => ({
  sections: {
    '2.4': {
      title: 'Delay',
      changed,
      trusted: true,
      cells: Object.entries(cells).map(([id, source]) => ({ id, kind: 'code', language: 'ts', source })),
      ...more,
    },
  },
  histories: {},
});
const empty: SavedNotebook = { sections: {}, histories: {} };
const sources = (from: SavedNotebook) =>
  Object.fromEntries(from.sections['2.4']!.cells.map(({ id, source }) => [id, source]));
const texts = (from: SavedNotebook, id: string) => from.histories[id]?.map(({ source }) => source) ?? [];

beforeEach(async () => {
  await Promise.all([notebook.loaded, notes.loaded]);
  await notebook.update(() => empty);
});

describe('the notebook in the file of all work', () => {
  it('comes back as it was, but its code waits for the reader', async () => {
    const mine: SavedNotebook = {
      ...saved(day(2), { a: '1' }, { created: day(1) }),
      histories: { a: [{ time: day(1), source: '0' }] },
    };
    await notebook.update(() => mine);
    const file = workFile();
    await notebook.update(() => empty);
    await importWork(file);
    expect(notebook.getState().value).toEqual({
      ...mine,
      sections: { '2.4': { ...mine.sections['2.4'], trusted: false } },
    });
    await importWork(file);
    expect(notebook.getState().value.histories).toEqual(mine.histories);
  });

  it('may be absent, as in files of earlier versions', async () => {
    await notebook.update(() => saved(day(1), { a: '1' }));
    const { notebook: _none, ...older } = JSON.parse(workFile());
    await importWork(JSON.stringify(older));
    expect(sources(notebook.getState().value)).toEqual({ a: '1' });
  });

  it.each([
    [
      'two cells of one id',
      (file: typeof empty) => file.sections['2.4']!.cells.push(file.sections['2.4']!.cells[0]!),
    ],
    [
      'a language of no kernel',
      (file: typeof empty) => Object.assign(file.sections['2.4']!.cells[0]!, { language: 'py' }),
    ],
    ['an unknown member', (file: typeof empty) => Object.assign(file, { extra: 1 })],
    [
      'an id beyond letters',
      (file: typeof empty) => Object.assign(file.sections['2.4']!.cells[0]!, { id: 'a b' }),
    ],
  ])('is refused as a whole with %s', async (_what, damage) => {
    await writeNote('9.7', '', 'in the file');
    await notebook.update(() => saved(day(1), { a: '1' }));
    const file = JSON.parse(workFile());
    damage(file.notebook);
    await writeNote('9.7', 'in the file', '');
    await notebook.update(() => empty);
    await expect(importWork(JSON.stringify(file))).rejects.toThrow(/Nothing was changed/);
    expect(notebook.getState().value).toEqual(empty);
    expect(notes.getState().value.lessons['9.7']?.text).toBe('');
  });

  it('is refused where both together are too much, and the notes stay as they are', async () => {
    const cells = (prefix: string) =>
      Object.fromEntries(Array.from({ length: 300 }, (_, index) => [`${prefix}${index}`, 'x']));
    await writeNote('9.8', '', 'in the file');
    await notebook.update(() => saved(day(1), cells('a')));
    const file = workFile();
    await writeNote('9.8', 'in the file', '');
    await notebook.update(() => saved(day(1), cells('b')));
    await expect(importWork(file)).rejects.toThrow(/does not fit beside the one here/);
    expect(notes.getState().value.lessons['9.8']?.text).toBe('');
  });
});

describe('two notebooks brought together', () => {
  it('keep the later text of a cell, the other in its history, and what either has alone', () => {
    const here = saved(day(1), { a: 'here', b: 'same', c: 'only here' });
    const there = saved(day(2), { a: 'there', b: 'same', d: 'only there' });
    const merged = mergeNotebooks(here, there);
    expect(sources(merged)).toEqual({ a: 'there', b: 'same', c: 'only here', d: 'only there' });
    expect(texts(merged, 'a')).toEqual(['here']);
    expect(merged.sections['2.4']).toMatchObject({ changed: day(2), trusted: false });
    const other = mergeNotebooks(there, here);
    expect(sources(other)).toMatchObject({ a: 'there', c: 'only here' });
    expect(texts(other, 'a')).toEqual(['here']);
  });

  it('stay trusted where the file brings no code', () => {
    const same = saved(day(1), { a: '1' });
    expect(mergeNotebooks(same, same)).toEqual(same);
    expect(mergeNotebooks(saved(day(2), { a: '2' }), same).sections['2.4']?.trusted).toBe(true);
  });

  it('lose no text and stay valid', () => {
    const day19 = fc.integer({ min: 1, max: 9 }).map(day);
    const notebooks = fc
      .tuple(day19, fc.dictionary(fc.constantFrom('a', 'b', 'c'), fc.stringMatching(/^\w+$/)))
      .map(([changed, cells]) => saved(changed, cells));
    fc.assert(
      fc.property(notebooks, notebooks, (here, there) => {
        const merged = mergeNotebooks(here, there);
        expect(v.is(savedNotebookSchema, merged)).toBe(true);
        for (const [id, source] of [...Object.entries(sources(here)), ...Object.entries(sources(there))]) {
          expect([sources(merged)[id], ...texts(merged, id)]).toContain(source);
        }
        expect(mergeNotebooks(merged, there).sections['2.4']?.cells).toEqual(merged.sections['2.4']?.cells);
      }),
    );
  });
});
