import { describe, expect, it } from 'vitest';
import type { ValueTree } from '../../../../src/engine/notebook/index.ts';
import { consoleText, valueText } from '../../../../src/widgets/notebook/files/words/valueText.ts';

const number = (value: number): ValueTree => ({ type: 'number', value });
const branch = (label: string, entries: Record<string, ValueTree>, more = 0): ValueTree => ({
  type: 'branch',
  label,
  entries: Object.entries(entries).map(([key, value]) => ({ key, value })),
  more,
});
const list = (values: number[], more = 0) =>
  branch(
    `Array(${values.length + more})`,
    Object.fromEntries(values.map((value, i) => [i, number(value)])),
    more,
  );

describe('a value as text', () => {
  it('stands on one line where it fits, and where it is flat', () => {
    expect(valueText(number(-0))).toBe('-0');
    expect(valueText(list([1, 2, 3]))).toBe('[1, 2, 3]');
    const hundred = Array.from({ length: 100 }, (_, index) => index);
    expect(valueText(list(hundred, 1))).toContain('[0, 1, 2, 3,');
    expect(valueText(list(hundred, 1))).toMatch(/98, 99, …\]$/);
    expect(valueText(list(hundred))).not.toContain('\n');
  });

  it('has an entry a line where it is long and deep, and says what was left out', () => {
    const deep = branch(
      '{…}',
      { times: list(Array(40).fill(123)), next: branch('{…}', { id: number(1) }) },
      2,
    );
    expect(
      valueText(deep)
        .split('\n')
        .map((line) => line.slice(0, 20)),
    ).toEqual(['{…}', '  times: Array(40) [', '  next: {id: 1}', '  … 2 more']);
  });

  it('stands in the console without quotation marks', () => {
    const word: ValueTree = { type: 'leaf', of: 'string', text: 'load' };
    expect(consoleText([word, number(0.8), list([1])])).toBe('load 0.8 [1]');
    expect(valueText(word)).toBe('"load"');
  });
});
