import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  applyChange,
  type CellChange,
  ChangeRefused,
  limits,
  type NotebookCell,
  type NotebookSection,
} from '../../../../src/engine/notebook/index.ts';
import { arbitraryCells } from './arbitraryCells.ts';

const cell = (id: string, source = id): NotebookCell => ({ id, kind: 'code', language: 'ts', source });
const section = (...cells: NotebookCell[]): NotebookSection => ({ id: 's', title: 'Section', cells });
const three = section(cell('a'), cell('b'), cell('c'));
const result = (from: NotebookSection, change: CellChange) => applyChange(from, change).section;
const ids = (from: NotebookSection) => from.cells.map(({ id }) => id).join('');

const arbitraryChange = (cells: readonly NotebookCell[]): fc.Arbitrary<CellChange> => {
  const id = fc.constantFrom(...cells.map((one) => one.id), 'gone');
  const place = fc.oneof(id, fc.constant(null));
  const kinds = fc.constantFrom('ts' as const, 'js' as const, 'markdown' as const);
  return fc.oneof(
    fc.record({ type: fc.constant('edit' as const), id, source: fc.string(), previous: fc.string() }),
    fc.record({ type: fc.constant('insert' as const), cell: fc.constant(cell('new')), after: place }),
    fc.record({ type: fc.constant('remove' as const), id }),
    fc.record({ type: fc.constant('move' as const), id, after: place }),
    fc.record({ type: fc.constant('convert' as const), id, to: kinds }),
    fc.record({ type: fc.constant('replaceAll' as const), cells: arbitraryCells('other') }),
  );
};

describe('a change to a section', () => {
  it.each<[CellChange, string]>([
    [{ type: 'insert', cell: cell('x'), after: null }, 'xabc'],
    [{ type: 'insert', cell: cell('x'), after: 'a' }, 'axbc'],
    [{ type: 'insert', cell: cell('x'), after: 'gone' }, 'abcx'],
    [{ type: 'remove', id: 'b' }, 'ac'],
    [{ type: 'remove', id: 'gone' }, 'abc'],
    [{ type: 'move', id: 'c', after: null }, 'cab'],
    [{ type: 'move', id: 'a', after: 'b' }, 'bac'],
    [{ type: 'move', id: 'a', after: 'gone' }, 'bca'],
    [{ type: 'move', id: 'b', after: 'b' }, 'abc'],
    [{ type: 'replaceAll', cells: [cell('y')] }, 'y'],
  ])('puts the cells where it says: %j', (change, order) => {
    expect(ids(result(three, change))).toBe(order);
  });

  it('changes text, kind and language of one cell alone', () => {
    expect(result(three, { type: 'edit', id: 'b', source: 'B', previous: 'b' }).cells).toEqual([
      cell('a'),
      cell('b', 'B'),
      cell('c'),
    ]);
    expect(result(three, { type: 'convert', id: 'b', to: 'markdown' }).cells[1]).toEqual({
      id: 'b',
      kind: 'markdown',
      source: 'b',
    });
    expect(result(three, { type: 'convert', id: 'b', to: 'js' }).cells[1]).toMatchObject({ language: 'js' });
  });

  it('is undone by what it returns, and redone by what that returns', () => {
    const cases = arbitraryCells('s').chain((cells) =>
      fc.tuple(fc.constant(section(...cells)), arbitraryChange(cells)),
    );
    fc.assert(
      fc.property(cases, ([before, change]) => {
        const foreign = before.cells.find(
          (one) => one.kind === 'foreign' && 'id' in change && one.id === change.id,
        );
        fc.pre(!foreign || change.type === 'remove' || change.type === 'move');
        const made = applyChange(before, change);
        if (!made.undo) {
          expect(made.section).toBe(before);
          return;
        }
        const undone = applyChange(made.section, made.undo);
        expect(undone.section).toEqual(before);
        expect(applyChange(undone.section, undone.undo!).section).toEqual(made.section);
      }),
      { numRuns: 1000 },
    );
  });

  it('brings a removed cell back with its text where it stood', () => {
    const { section: without, undo } = applyChange(three, { type: 'remove', id: 'b' });
    expect(result(without, undo!)).toEqual(three);
  });

  it('is refused with a sentence where a limit is met', () => {
    const many = Array.from({ length: limits.cells }, (_, index) => cell(`c${index}`));
    const long = 'x'.repeat(limits.source + 1);
    const foreign: NotebookCell = { id: 'f', kind: 'foreign', languageName: 'python', source: 'pass' };
    const refused: [NotebookSection, CellChange, RegExp][] = [
      [section(...many), { type: 'insert', cell: cell('x'), after: null }, /at most 500 cells/],
      [
        three,
        { type: 'edit', id: 'a', source: long, previous: 'a' },
        /at most 100,000 characters; this text has 100,001/,
      ],
      [three, { type: 'insert', cell: cell('a'), after: null }, /already has a cell a/],
      [
        section(foreign),
        { type: 'edit', id: 'f', source: 'x', previous: 'pass' },
        /python cell cannot be edited/,
      ],
      [section(foreign), { type: 'convert', id: 'f', to: 'ts' }, /python cell cannot be turned/],
    ];
    for (const [before, change, words] of refused) {
      expect(() => applyChange(before, change)).toThrow(ChangeRefused);
      expect(() => applyChange(before, change)).toThrow(words);
    }
  });
});
