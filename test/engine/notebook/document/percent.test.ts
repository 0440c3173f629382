import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatCells, parseCells } from '../../../../src/engine/notebook/index.ts';
import { arbitraryCells } from './arbitraryCells.ts';

const file = `// %% [markdown]
// At $\\rho$ = 0.8 the **queue** grows.
//
// See below.

// %%
const load = 0.8;

// A comment of its own.
print(load);

// %% [javascript]
load * 2

// %% [foreign python]
// import numpy as np
`;

describe('the percent format', () => {
  it('gives each cell its kind, its language, its text and a stable id', () => {
    expect(parseCells(file, '2.4')).toEqual([
      {
        id: '2.4/1',
        kind: 'markdown',
        source: 'At $\\rho$ = 0.8 the **queue** grows.\n\nSee below.',
      },
      {
        id: '2.4/2',
        kind: 'code',
        language: 'ts',
        source: 'const load = 0.8;\n\n// A comment of its own.\nprint(load);',
      },
      { id: '2.4/3', kind: 'code', language: 'js', source: 'load * 2' },
      { id: '2.4/4', kind: 'foreign', languageName: 'python', source: 'import numpy as np' },
    ]);
  });

  it('is written as it was read', () => {
    expect(formatCells(parseCells(file, '2.4'))).toBe(file);
    expect(formatCells(parseCells(file.replaceAll('\n', '\r\n'), '2.4'))).toBe(file);
  });

  it('brings every text back, also one that looks like the format itself', () => {
    fc.assert(
      fc.property(arbitraryCells('9.9'), (cells) => {
        expect(parseCells(formatCells(cells), '9.9')).toEqual(cells);
      }),
      { numRuns: 1000 },
    );
  });

  it('reads nothing as no cells', () => {
    expect(parseCells('', 'a')).toEqual([]);
    expect(parseCells('\n\n', 'a')).toEqual([]);
    expect(formatCells([])).toBe('');
  });

  it.each([
    ['const x = 1;\n// %%\n', /line 1: text before the first cell/],
    ['// %% [python]\n', /line 1: unknown marker \/\/ %% \[python\] \(one of/],
    ['// %%\nx\n\n// %% [markdown]\nprose\n', /line 5: prose stands in comments/],
  ])('says where a file does not follow it: %j', (text, message) => {
    expect(() => parseCells(text, 'a')).toThrow(message);
  });
});
