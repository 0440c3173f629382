import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readFrontMatter, readingMinutes } from '../../scripts/vite/frontMatter.ts';
import { readLessons } from '../../scripts/vite/lessonCatalog.ts';

const front = (id: string, rest = '') =>
  `---\nid: '${id}'\npart: ${id[0]}\ntitle: A title\nquestion: Why?\n${rest}---\n\nWords.\n`;

let root: string;

const write = (path: string, text: string) => {
  const file = join(root, 'src/lessons', path);
  mkdirSync(join(file, '..'), { recursive: true });
  writeFileSync(file, text);
};

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'lessons-'));
  mkdirSync(join(root, 'src/lessons/components'), { recursive: true });
});

afterEach(() => rmSync(root, { recursive: true }));

describe('the catalogue', () => {
  it('is empty where nothing is written', () => {
    expect(readLessons(root)).toEqual([]);
  });

  it('lists the lessons in course order with the file of each, and nothing of their text', () => {
    write('part2/2.4-utilization.mdx', front('2.4', 'widget: utilization\nsymbols: [sojourn]\n'));
    write('part2/2.2-latency.mdx', front('2.2'));
    write('part1/1.5-budgets.mdx', front('1.5'));
    write('part2/questions.ts', 'export const questions = [];');
    expect(readLessons(root)).toEqual([
      expect.objectContaining({ id: '1.5', file: '/src/lessons/part1/1.5-budgets.mdx' }),
      expect.objectContaining({ id: '2.2', terms: [], symbols: [] }),
      {
        id: '2.4',
        part: 2,
        title: 'A title',
        question: 'Why?',
        widget: 'utilization',
        symbols: ['sojourn'],
        terms: [],
        minutes: 1,
        file: '/src/lessons/part2/2.4-utilization.mdx',
      },
    ]);
  });

  it('refuses two lessons with one id', () => {
    write('part2/a.mdx', front('2.4'));
    write('part2/b.mdx', front('2.4'));
    expect(() => readLessons(root)).toThrow(/another lesson already has the id 2\.4/);
  });
});

describe('front matter', () => {
  it.each([
    ['none', 'Words only.', /lesson\.mdx: a lesson starts with its front matter/],
    ['a missing field', "---\nid: '2.4'\npart: 2\ntitle: T\n---\n", /lesson\.mdx: question/],
    ['a misspelt field', front('2.4', 'simbols: [x]\n'), /simbols/],
    ['an id that is a number', '---\nid: 2.4\npart: 2\ntitle: T\nquestion: Q\n---\n', /id must be quoted/],
    [
      'another part’s id',
      "---\nid: '3.1'\npart: 2\ntitle: T\nquestion: Q\n---\n",
      /3\.1 does not belong to part 2/,
    ],
  ])('with %s stops the build and names the file', (_what, source, message) => {
    expect(() => readFrontMatter(source, 'lesson.mdx')).toThrow(message);
  });

  it('is read with Windows line ends too', () => {
    expect(readFrontMatter(front('2.4').replaceAll('\n', '\r\n'), 'lesson.mdx').id).toBe('2.4');
  });
});

describe('reading time', () => {
  it('counts words, not formulas, code, tags or imports', () => {
    const words = 'word '.repeat(900);
    expect(readingMinutes(words)).toBe(5);
    const rest = `import x from 'y';\n\n$$\n${'a + '.repeat(500)}\n$$\n\n\`\`\`\n${words}\`\`\`\n\n<Widget id="${words}" />\n`;
    expect(readingMinutes(words + rest)).toBe(5);
    expect(readingMinutes('')).toBe(1);
  });
});
