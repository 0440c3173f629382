import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import {
  ChangeRefused,
  limits,
  type NotebookCell,
  type NotebookSection,
} from '../../../src/engine/notebook/index.ts';
import { historyLimits } from '../../../src/store/notebook/history.ts';
import { notebookCharacters } from '../../../src/store/notebook/saved.ts';
import {
  addSection,
  cellHistory,
  changeSection,
  notebook,
  ownSections,
  removeSection,
  renameSection,
  resetCell,
  resetSection,
  savedSection,
  sectionCells,
  snapshot,
  trustSection,
} from '../../../src/store/notebook.ts';
import { quarantinedRaw, savedRaw, saveRaw } from './savedByHand.ts';

const code = (id: string, source: string): NotebookCell => ({ id, kind: 'code', language: 'ts', source });
const original: NotebookSection = {
  id: '2.4',
  title: 'Delay',
  cells: [code('2.4/1', 'const load = 0.8;'), code('2.4/2', 'load'), code('2.4/3', 'load * 2')],
};

const now = () => notebook.getState().value;
const cells = () => sectionCells(now(), original);
const sourceOf = (id: string) => cells().find((cell) => cell.id === id)?.source;
const textsOf = (id: string) => cellHistory(now(), id).map(({ source }) => source);
const edit = (id: string, source: string, previous = sourceOf(id) ?? '') =>
  changeSection('2.4', original, { type: 'edit', id, source, previous });

beforeEach(async () => {
  await notebook.loaded;
  await notebook.update(() => ({ sections: {}, histories: {} }));
});

afterEach(() => {
  vi.useRealTimers();
});

describe('a section of the notebook', () => {
  it('follows the original until the reader changes it, and again after a reset', async () => {
    const improved = { ...original, cells: [code('2.4/1', 'const load = 0.85;')] };
    expect(sectionCells(now(), improved)).toEqual(improved.cells);
    await edit('2.4/1', 'const load = 0.9;').saved;
    expect(sectionCells(now(), improved).map(({ source }) => source)).toEqual([
      'const load = 0.9;',
      'load',
      'load * 2',
    ]);
    await resetSection(original).saved;
    expect(savedSection(now(), '2.4')).toBeUndefined();
    expect(sectionCells(now(), improved)).toEqual(improved.cells);
    expect(textsOf('2.4/1')).toEqual(['const load = 0.9;']);
  });

  it('saves every keystroke, shown at once and on the disk without a wait', async () => {
    const typed = [...'hello'].map((_, index, all) => all.slice(0, index + 1).join(''));
    const saves = typed.map((text) => edit('2.4/2', text).saved);
    expect(sourceOf('2.4/2')).toBe('hello');
    await Promise.all(saves);
    expect(await savedRaw('notebook')).toMatchObject({
      value: { sections: { '2.4': { cells: [{}, { source: 'hello' }, {}] } } },
    });
  });

  it('brings a removed cell back by what the removal returned, also after a reset of the section', async () => {
    await edit('2.4/2', 'mine').saved;
    const { undo } = changeSection('2.4', original, { type: 'remove', id: '2.4/2' });
    expect(cells().map(({ id }) => id)).toEqual(['2.4/1', '2.4/3']);
    changeSection('2.4', original, undo!);
    expect(sourceOf('2.4/2')).toBe('mine');
    const reset = resetSection(original);
    expect(cells()).toEqual(original.cells);
    await changeSection('2.4', original, reset.undo!).saved;
    expect(sourceOf('2.4/2')).toBe('mine');
  });

  it('resets one cell and leaves the others', async () => {
    await edit('2.4/1', 'const load = 0.9;').saved;
    await edit('2.4/2', 'mine').saved;
    const { undo, saved } = resetCell(original, '2.4/2');
    await saved;
    expect(cells().map(({ source }) => source)).toEqual(['const load = 0.9;', 'load', 'load * 2']);
    expect(textsOf('2.4/2')).toEqual(['mine']);
    await changeSection('2.4', original, undo!).saved;
    expect(sourceOf('2.4/2')).toBe('mine');
    expect(resetCell(original, 'elsewhere').undo).toBeUndefined();
  });

  it('refuses what exceeds the limits, with a sentence, and stays as it is', async () => {
    await edit('2.4/2', 'mine').saved;
    expect(() => edit('2.4/2', 'x'.repeat(limits.source + 1))).toThrow(ChangeRefused);
    expect(sourceOf('2.4/2')).toBe('mine');
    const many = Math.ceil(notebookCharacters / limits.source);
    const full = Array.from({ length: many }, (_, index) => code(`c${index}`, 'x'.repeat(limits.source)));
    await expect(addSection({ id: 'own/full', title: 'Full', cells: full })).rejects.toThrow(
      /2,000,000 characters/,
    );
    expect(ownSections(now())).toEqual([]);
  });
});

describe('the history of a cell', () => {
  it('keeps a text of each run, once', async () => {
    await edit('2.4/2', 'first').saved;
    await snapshot(code('2.4/2', 'first'));
    await snapshot(code('2.4/2', 'first'));
    await edit('2.4/2', 'second').saved;
    await snapshot(code('2.4/2', 'second'));
    expect(textsOf('2.4/2')).toEqual(['first', 'second']);
  });

  it('keeps a text of each half minute of typing', async () => {
    vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-01-01T00:00:00Z') });
    for (let second = 0; second < 100; second++) {
      vi.setSystemTime(Date.UTC(2026, 0, 1, 0, 0, second));
      edit('2.4/2', `typed for ${second} s`);
    }
    await notebook.update((all) => all);
    expect(textsOf('2.4/2')).toEqual([0, 30, 60, 90].map((second) => `typed for ${second} s`));
  });

  it(`keeps ${historyLimits.perCell} texts of a cell and drops the oldest`, async () => {
    vi.useFakeTimers({ toFake: ['Date'] });
    for (let run = 0; run < 40; run++) {
      vi.setSystemTime(Date.UTC(2026, 0, 1, 0, run));
      await snapshot(code('2.4/2', `run ${run}`));
    }
    expect(textsOf('2.4/2')).toEqual(Array.from({ length: 30 }, (_, index) => `run ${index + 10}`));
  });

  it('drops the oldest text of any cell when all together grow too long', async () => {
    vi.useFakeTimers({ toFake: ['Date'] });
    for (let run = 0; run < 5; run++) {
      vi.setSystemTime(Date.UTC(2026, 0, 1, 0, run));
      await snapshot(code(`2.4/${run}`, String(run).repeat(historyLimits.characters / 4)));
    }
    expect([0, 1, 2, 3, 4].map((run) => textsOf(`2.4/${run}`).length)).toEqual([0, 1, 1, 1, 1]);
  });

  it('knows nothing of a cell named like a method of objects', () => {
    expect(cellHistory(now(), 'toString')).toEqual([]);
    expect(savedSection(now(), 'valueOf')).toBeUndefined();
  });
});

describe('sections of the reader’s own', () => {
  it('are listed oldest first, renamed, trusted, changed and removed', async () => {
    vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-01-01T00:00:00Z') });
    await addSection({ id: 'own/b', title: 'First', cells: [code('own/b1', '1')] });
    vi.setSystemTime(Date.UTC(2026, 0, 2));
    await addSection({ id: 'own/a', title: 'From a file', cells: [code('own/a1', '2')] }, false);
    expect(ownSections(now()).map(({ title, trusted }) => [title, trusted])).toEqual([
      ['First', true],
      ['From a file', false],
    ]);
    await renameSection('own/a', 'Renamed');
    await changeSection('own/a', undefined, { type: 'edit', id: 'own/a1', source: '3', previous: '2' }).saved;
    expect(ownSections(now())[1]).toEqual({
      id: 'own/a',
      title: 'Renamed',
      cells: [code('own/a1', '3')],
      trusted: false,
    });
    await trustSection('own/a');
    await removeSection('own/b');
    expect(ownSections(now()).map(({ id, trusted }) => [id, trusted])).toEqual([['own/a', true]]);
  });

  it('are no more trusted after they were removed and brought back', async () => {
    await addSection({ id: 'own/a', title: 'From a file', cells: [code('own/a1', '2')] }, false);
    const [removed] = ownSections(now());
    await removeSection('own/a');
    expect(ownSections(now())).toEqual([]);
    await addSection(removed!);
    expect(ownSections(now())).toEqual([removed]);
    expect(removed?.trusted).toBe(false);
  });

  it('are the only ones that can be removed', async () => {
    await edit('2.4/2', 'mine').saved;
    await removeSection('2.4');
    expect(sourceOf('2.4/2')).toBe('mine');
  });
});

describe('saved notebooks that cannot be read', () => {
  it.each([
    ['a wrong type', { sections: { '2.4': { title: 'x', cells: 'y' } }, histories: {} }],
    ['an id that could be code', { sections: { '<b>': {} }, histories: {} }],
    ['two cells of one id', { sections: { a: section(['x', 'x']) }, histories: {} }],
    ['an unknown kind of cell', { sections: { a: { ...section([]), cells: [{ id: 'a', kind: 'sql' }] } } }],
  ])('are set aside, never written over: %s', async (_what, value) => {
    const raw = { version: 1, value };
    const before = (await quarantinedRaw('notebook')).length;
    await saveRaw('notebook', raw);
    await edit('2.4/2', 'mine').saved;
    expect(notebook.getState().status).toBe('quarantined');
    expect((await quarantinedRaw('notebook')).slice(before)).toEqual([raw]);
    await notebook.discardQuarantined();
  });
});

function section(ids: string[]) {
  return {
    title: 'A',
    changed: '2026-01-01T00:00:00.000Z',
    trusted: true,
    cells: ids.map((id) => code(id, '')),
  };
}
