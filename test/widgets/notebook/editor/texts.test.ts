import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyChange, changeBetween } from '../../../../src/widgets/notebook/editor/change.ts';
import { memberPath } from '../../../../src/widgets/notebook/editor/codeMirror/memberPath.ts';
import { continued, draftOf } from '../../../../src/widgets/notebook/editor/draft.ts';
import { offsetOf } from '../../../../src/widgets/notebook/editor/place.ts';

const texts = fc.string({ unit: fc.constantFrom('a', 'b', '\n', '😀'), maxLength: 12 });

describe('a change', () => {
  it('makes the one text of the other, and touches no more than it must', () => {
    fc.assert(
      fc.property(texts, texts, texts, (head, tail, middle) => {
        const change = changeBetween(head + tail, head + middle + tail);
        expect(applyChange(head + tail, change)).toBe(head + middle + tail);
        expect(change.insert.length).toBe(middle.length);
        expect(change.from).toBe(change.to);
      }),
    );
    fc.assert(
      fc.property(texts, texts, (before, after) => {
        expect(applyChange(before, changeBetween(before, after))).toBe(after);
      }),
    );
  });
});

describe('a draft', () => {
  it('leads from the first text to the last through all between', () => {
    fc.assert(
      fc.property(fc.array(texts, { minLength: 1 }), (steps) => {
        const [start = '', ...rest] = steps;
        let draft = { start, changes: [] as ReturnType<typeof continued>['changes'] };
        let before = start;
        for (const after of rest) {
          draft = { ...continued(draft, before, after, 0) } as typeof draft;
          before = after;
        }
        expect(draft.changes).toHaveLength(rest.length);
        expect(draftOf(draft, before)).toBe(draft);
      }),
    );
  });

  it('is dropped when the text was set from outside', () => {
    const draft = continued({ start: 'a', changes: [] }, 'a', 'ab', 1);
    expect(draftOf(draft, 'reset')).toEqual({ start: 'reset', changes: [] });
  });
});

describe('a place', () => {
  it.each([
    [1, 1, 0],
    [1, 3, 2],
    [2, 1, 3],
    [2, 9, 5],
    [9, 1, 5],
  ])('line %i, column %i of “ab⏎cd” is offset %i', (line, column, offset) => {
    expect(offsetOf('ab\ncd', { line, column })).toBe(offset);
  });
});

describe('a name being written', () => {
  it.each([
    ['stats.quan', { owner: 'stats', beginning: 'quan' }],
    ['x = 2 * engine.stats.', { owner: 'stats', beginning: '' }],
    ['engine.st', { owner: 'engine', beginning: 'st' }],
    ['f(pl', { owner: '', beginning: 'pl' }],
    ['...plot.l', { owner: 'plot', beginning: 'l' }],
    ['run().stats.q', undefined],
    ['rows?.le', undefined],
    ['a.b.c', undefined],
  ])('%s', (text, path) => {
    expect(memberPath(text)).toEqual(path);
  });
});
