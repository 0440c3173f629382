import fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import {
  decodeMessage,
  encodeMessage,
  limits,
  notebookCellsSchema,
  type ValueTree,
  valueTreeSchema,
} from '../../../src/engine/notebook/index.ts';

describe('a message between kernel and page', () => {
  const anyNumber = fc.oneof(fc.double(), fc.constantFrom(Number.NaN, Infinity, -Infinity, -0, 0));
  const key = fc.string({ minLength: 1 }).filter((name) => name !== '#' && name !== '__proto__');
  const { tree } = fc.letrec((tie) => ({
    tree: fc.oneof(
      anyNumber,
      fc.string(),
      fc.boolean(),
      fc.constant(null),
      fc.array(tie('tree'), { maxLength: 4 }),
      fc.dictionary(key, tie('tree'), { maxKeys: 4 }),
    ),
  }));

  it('comes back as it was sent, with the numbers that JSON lacks', () => {
    fc.assert(
      fc.property(tree, (message) => {
        expect(decodeMessage(encodeMessage(message))).toEqual(message);
      }),
    );
    expect(decodeMessage(encodeMessage([Number.NaN, -0, -Infinity]))).toEqual([Number.NaN, -0, -Infinity]);
  });
  it('is a text, and one that is no JSON is refused', () => {
    expect(encodeMessage({ rate: Infinity, n: 2 })).toBe('{"rate":{"#":"Infinity"},"n":2}');
    expect(() => decodeMessage('{"#":')).toThrow(SyntaxError);
    expect(() => decodeMessage('{rate}')).toThrow(SyntaxError);
  });
  it('takes nothing else for such a number', () => {
    expect(decodeMessage('{"#":"1e5"}')).toEqual({ '#': '1e5' });
    expect(decodeMessage('[{"#":5},{"#":"NaN"}]')).toEqual([{ '#': 5 }, Number.NaN]);
  });
});

describe('what comes in is checked', () => {
  const leaf: ValueTree = { type: 'leaf', of: 'string', text: 'one' };
  const branch = (entries: { key: string; value: unknown }[]) => ({
    type: 'branch',
    label: `Array(${entries.length})`,
    entries,
    more: 0,
  });
  it('values inside values, as deep as they are', () => {
    const deep = branch([{ key: '0', value: branch([{ key: 'a', value: leaf }]) }]);
    expect(v.is(valueTreeSchema, deep)).toBe(true);
    expect(v.is(valueTreeSchema, branch([{ key: '0', value: branch([{ key: 'a', value: 'one' }]) }]))).toBe(
      false,
    );
    const many = Array.from({ length: limits.valueEntries + 1 }, (_, i) => ({ key: `${i}`, value: leaf }));
    expect([many.slice(1), many].map((entries) => v.is(valueTreeSchema, branch(entries)))).toEqual([
      true,
      false,
    ]);
  });
  it('cells by their ids: no two alike, none that a page keeps for itself', () => {
    const cell = (id: string) => ({ id, kind: 'markdown', source: 'text' });
    expect(v.is(notebookCellsSchema, [cell('a'), cell('b')])).toBe(true);
    expect(v.safeParse(notebookCellsSchema, [cell('a'), cell('a')]).issues?.[0].message).toBe(
      'two cells have the same id',
    );
    expect(v.safeParse(notebookCellsSchema, [cell('constructor')]).issues?.[0].message).toBe(
      'this name is reserved',
    );
  });
});
