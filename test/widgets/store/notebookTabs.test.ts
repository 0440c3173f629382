import { afterAll, beforeEach, describe, expect, it, vi } from 'vitest';
import type { CellChange, NotebookCell, NotebookSection } from '../../../src/engine/notebook/index.ts';
import { changed } from '../../../src/store/notebook/edit.ts';
import { savedNotebookSchema } from '../../../src/store/notebook/saved.ts';
import { cellHistory, changeSection, notebook, sectionCells } from '../../../src/store/notebook.ts';
import { createPersistedStore } from '../../../src/store/persist.ts';
import { savedRaw } from './savedByHand.ts';

const code = (id: string, source: string): NotebookCell => ({ id, kind: 'code', language: 'ts', source });
const original: NotebookSection = {
  id: '2.4',
  title: 'Delay',
  cells: [code('2.4/1', '1'), code('2.4/2', '2')],
};

/** The other tab: a store of its own over the same database. */
const other = createPersistedStore({
  key: 'notebook',
  version: 1,
  schema: savedNotebookSchema,
  initial: { sections: {}, histories: {} },
});
const here = (change: CellChange) => changeSection('2.4', original, change).saved;
const there = (change: CellChange) => {
  const made = { id: '2.4', original, change, time: new Date().toISOString() };
  return other.update((all) => changed(all, made).all);
};
const edit = (id: string, source: string, previous: string): CellChange => ({
  type: 'edit',
  id,
  source,
  previous,
});
const insert = (id: string): CellChange => ({ type: 'insert', cell: code(id, id), after: '2.4/1' });

beforeEach(async () => {
  await Promise.all([notebook.loaded, other.loaded]);
  const empty = () => ({ sections: {}, histories: {} });
  await notebook.update(empty);
  await vi.waitFor(() => expect(other.getState().value).toEqual({ sections: {}, histories: {} }));
});

afterAll(() => other.close());

/** What both tabs show once they have heard of each other's last change. */
async function agreed() {
  await vi.waitFor(async () => {
    expect(other.getState().value).toEqual(notebook.getState().value);
    expect(await savedRaw('notebook')).toEqual({ version: 1, value: notebook.getState().value });
  });
  const { value } = notebook.getState();
  return {
    sources: sectionCells(value, original).map(({ source }) => source),
    texts: (id: string) => cellHistory(value, id).map(({ source }) => source),
  };
}

describe('two tabs with one notebook', () => {
  it('keep edits of different cells', async () => {
    await Promise.all([here(edit('2.4/1', 'one', '1')), there(edit('2.4/2', 'two', '2'))]);
    expect((await agreed()).sources).toEqual(['one', 'two']);
  });

  it('keep 2 × 50 inserted cells', async () => {
    const made = Array.from({ length: 50 }, (_, index) => [
      here(insert(`here/${index}`)),
      there(insert(`there/${index}`)),
    ]);
    await Promise.all(made.flat());
    const { sources } = await agreed();
    expect(sources).toHaveLength(102);
    expect(new Set(sources).size).toBe(102);
  });

  it('let the later text of one cell stand and keep the earlier in its history', async () => {
    await Promise.all([here(edit('2.4/1', 'typed here', '1')), there(edit('2.4/1', 'typed there', '1'))]);
    const { sources, texts } = await agreed();
    expect([sources[0], ...texts('2.4/1')].sort()).toEqual(['typed here', 'typed there']);
  });

  it('write no history while one of them goes on typing', async () => {
    await here(edit('2.4/1', 'a', '1'));
    await agreed();
    await there(edit('2.4/1', 'ab', 'a'));
    await there(edit('2.4/1', 'abc', 'ab'));
    const { sources, texts } = await agreed();
    expect(sources[0]).toBe('abc');
    expect(texts('2.4/1')).toEqual(['a']);
  });

  it('keep the text typed into a cell that the other removes at the same time', async () => {
    await Promise.all([there({ type: 'remove', id: '2.4/1' }), here(edit('2.4/1', 'typed here', '1'))]);
    const { sources, texts } = await agreed();
    expect(sources).toEqual(['2']);
    expect(texts('2.4/1')).toEqual(['typed here']);
  });

  it('apply undo to what the other has saved', async () => {
    const { undo, saved } = changeSection('2.4', original, { type: 'remove', id: '2.4/2' });
    await saved;
    await agreed();
    await there(edit('2.4/1', 'one', '1'));
    await agreed();
    await here(undo!);
    expect((await agreed()).sources).toEqual(['one', '2']);
  });
});
