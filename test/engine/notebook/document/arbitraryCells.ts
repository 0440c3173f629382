import fc from 'fast-check';
import type { NotebookCell } from '../../../../src/engine/notebook/index.ts';

const line = fc.oneof(
  fc.string(),
  fc.string({ unit: 'grapheme' }),
  fc.constantFrom(
    '// %%',
    '// %% [markdown]',
    '// \\%%',
    '// \\\\%% [x]',
    '%%',
    '\\%%',
    '//',
    ' ',
    '',
    '\u2028',
    '// text',
  ),
);

/** Any text of a cell: several lines, with `\n` between them. */
const source = fc.array(line, { maxLength: 6 }).map((lines) => lines.join('\n').replaceAll('\r', '\n'));

/** Cells of every kind, with the ids that they have when read from a file of section `sectionId`. */
export const arbitraryCells = (sectionId: string): fc.Arbitrary<NotebookCell[]> =>
  fc
    .array(
      fc.oneof(
        fc.record({ kind: fc.constant('code' as const), language: fc.constantFrom('ts', 'js'), source }),
        fc.record({ kind: fc.constant('markdown' as const), source }),
        fc.record({
          kind: fc.constant('foreign' as const),
          languageName: fc.constantFrom('python', 'R', 'C++ 20', 'F#'),
          source,
        }),
      ),
      { maxLength: 6 },
    )
    .map((cells) =>
      cells.map((cell, index) => ({ id: `${sectionId}/${index + 1}`, ...cell }) as NotebookCell),
    );
