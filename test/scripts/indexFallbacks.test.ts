import { expect, it } from 'vitest';
import { indexFallbacks } from '../../scripts/reachableCoverage/indexFallbacks.mjs';

/** A binary expression whose operands start where the marks are. */
const branch = (source: string, type = 'binary-expr') => {
  const starts = [...source.matchAll(/«/g)].map(({ index }, k) => {
    const before = source.slice(0, index).split('\n');
    return { line: before.length, column: (before.at(-1) ?? '').length - (before.length === 1 ? k : k - 1) };
  });
  return { type, locations: starts.map((start) => ({ start, end: start })) };
};

it.each([
  ['const x = «values[i] ?? «0;', true],
  ['const x = «pool.left[rows[i]] ??\n  «Number.NaN;', true],
  ['const x = «values.at(-1) ?? «0;', false],
  ['const x = «options.limit ?? «10;', false],
  ['const x = «flags[i] || «waiting;', false],
  ['const x = «first?.length ?? «0;', false],
])('%j is the fallback of an index: %s', (marked, isFallback) => {
  expect(indexFallbacks({ 7: branch(marked) }, marked.replaceAll('«', ''))).toEqual(isFallback ? ['7'] : []);
});

it('other kinds of branches stay, whatever they hold', () => {
  const marked = 'if («values[i] ?? «0) stop();';
  expect(indexFallbacks({ 0: branch(marked, 'if') }, marked.replaceAll('«', ''))).toEqual([]);
});
