import type { NotebookCell } from './cell.ts';

/*
 * The percent format of notebooks in plain source files. A line `// %%` begins a TypeScript cell; in brackets behind it
 * may stand `javascript`, `markdown` or `foreign <language>`. Prose and foreign code are comments. A line of a cell's
 * own that looks like a marker gets a backslash: `// \%%`.
 */

const markers = '// %%, // %% [javascript], // %% [markdown] or // %% [foreign <language>]';

/**
 * Reads the cells of a source file. A cell's id is its section's and its position from 1: `2.4/1`. One blank line
 * before the next marker belongs to the format, not to the cell; line ends become `\n`.
 *
 * @throws {SyntaxError} with the line, at text before the first marker, an unknown marker, or prose outside a comment.
 */
export function parseCells(text: string, sectionId: string): NotebookCell[] {
  const cells: { cell: NotebookCell; lines: string[] }[] = [];
  const lines = text.split(/\r\n|\r|\n/);
  for (const [index, line] of lines.entries()) {
    const place = `line ${index + 1}`;
    const last = cells.at(-1);
    if (line.startsWith('// %%')) {
      cells.push({ cell: emptyCell(line, `${sectionId}/${cells.length + 1}`, place), lines: [] });
    } else if (last) {
      last.lines.push(last.cell.kind === 'code' ? shown(line) : uncommented(shown(line), place));
    } else if (line.trim() !== '') {
      throw new SyntaxError(`${place}: text before the first cell; begin it with ${markers}`);
    }
  }
  return cells.map(({ cell, lines: body }) => ({
    ...cell,
    source: (body.at(-1) === '' ? body.slice(0, -1) : body).join('\n'),
  }));
}

/** Writes cells so that `parseCells` reads the same kinds, languages and sources again. */
export function formatCells(cells: readonly NotebookCell[]): string {
  return cells
    .map((cell) => {
      const lines = cell.source.split('\n');
      const written = cell.kind === 'code' ? lines : lines.map((line) => (line === '' ? '//' : `// ${line}`));
      return `${[marker(cell), ...written.map(hidden)].join('\n')}\n`;
    })
    .join('\n');
}

function marker(cell: NotebookCell): string {
  if (cell.kind === 'markdown') return '// %% [markdown]';
  if (cell.kind === 'foreign') return `// %% [foreign ${cell.languageName}]`;
  return cell.language === 'js' ? '// %% [javascript]' : '// %%';
}

function emptyCell(line: string, id: string, place: string): NotebookCell {
  const found = /^\/\/ %%(?:\s+\[(javascript|markdown|foreign ([^[\]]+))\])?\s*$/.exec(line);
  if (!found) throw new SyntaxError(`${place}: unknown marker ${line} (one of ${markers})`);
  const [, word, languageName] = found;
  if (languageName !== undefined) return { id, kind: 'foreign', languageName, source: '' };
  if (word === 'markdown') return { id, kind: 'markdown', source: '' };
  return { id, kind: 'code', language: word === 'javascript' ? 'js' : 'ts', source: '' };
}

const hidden = (line: string) => line.replace(/^\/\/ (\\*%%)/, '// \\$1');
const shown = (line: string) => line.replace(/^\/\/ \\(\\*%%)/, '// $1');

function uncommented(line: string, place: string): string {
  if (line === '') return '';
  const comment = /^\/\/ ?(.*)$/s.exec(line);
  if (comment?.[1] === undefined)
    throw new SyntaxError(`${place}: prose stands in comments, behind // and a space`);
  return comment[1];
}
