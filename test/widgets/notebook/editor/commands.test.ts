import { describe, expect, it } from 'vitest';
import { commandFor } from '../../../../src/widgets/notebook/editor/commands.ts';

const key = (name: string, held: Partial<Parameters<typeof commandFor>[0]> = {}) => ({
  key: name,
  shiftKey: false,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  isComposing: false,
  ...held,
});
const caret = (marked: string, wrapped = false) => {
  const from = marked.indexOf('|');
  const to = marked.lastIndexOf('|');
  const source = marked.replaceAll('|', '');
  return { source, from, to: to === from ? from : to - 1, wrapped };
};

describe('the key map', () => {
  it.each([
    ['Shift+Enter', key('Enter', { shiftKey: true }), 'runAndAdvance'],
    ['Ctrl+Enter', key('Enter', { ctrlKey: true }), 'run'],
    ['Cmd+Enter', key('Enter', { metaKey: true }), 'run'],
    ['Alt+Enter', key('Enter', { altKey: true }), 'runAndInsert'],
    ['Escape', key('Escape'), 'leave'],
    ['Enter', key('Enter'), undefined],
    ['Ctrl+Shift+Enter', key('Enter', { ctrlKey: true, shiftKey: true }), undefined],
    ['Tab', key('Tab'), undefined],
    ['a letter', key('a'), undefined],
  ])('%s', (_name, pressed, command) => {
    expect(commandFor(pressed, caret('a|b'))).toBe(command);
  });

  it.each([
    ['on the first line', 'a|b\nc', 'previous', undefined],
    ['on the last line', 'ab\n|c', undefined, 'next'],
    ['on the only line', 'a|b', 'previous', 'next'],
    ['on a line between', 'a\nb|\nc', undefined, undefined],
    ['in an empty cell', '|', 'previous', 'next'],
    ['with a selection', '|ab|', undefined, undefined],
  ])('arrows %s', (_where, text, up, down) => {
    expect(commandFor(key('ArrowUp'), caret(text))).toBe(up);
    expect(commandFor(key('ArrowDown'), caret(text))).toBe(down);
    expect(commandFor(key('ArrowUp', { shiftKey: true }), caret(text))).toBeUndefined();
  });

  it('leaves wrapped text only at its very ends', () => {
    expect(commandFor(key('ArrowUp'), caret('a|b', true))).toBeUndefined();
    expect(commandFor(key('ArrowUp'), caret('|ab', true))).toBe('previous');
    expect(commandFor(key('ArrowDown'), caret('a|b', true))).toBeUndefined();
    expect(commandFor(key('ArrowDown'), caret('ab|', true))).toBe('next');
  });

  it('leaves the keys of an input method alone', () => {
    expect(commandFor(key('Enter', { shiftKey: true, isComposing: true }), caret('|'))).toBeUndefined();
  });
});
