import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { limits, type NotebookCell } from '../../../../src/engine/notebook/index.ts';
import { ImportRefused } from '../../../../src/store/importJson.ts';
import { exportIpynb, importIpynb } from '../../../../src/widgets/notebook/files/index.ts';
import { arbitraryCells } from '../../../engine/notebook/document/arbitraryCells.ts';
import { outputs, section } from './sample.ts';

const options = () => {
  let count = 0;
  return { sectionId: 'own/new', freshId: () => `own/fresh${++count}` };
};
const python = { kernelspec: { name: 'python3', display_name: 'Python 3', language: 'python' } };
const notebook = (cells: unknown[], metadata: object = {}, more: object = {}) =>
  JSON.stringify({ nbformat: 4, nbformat_minor: 5, metadata, cells, ...more });
const code = (source: unknown, more: object = {}) => ({
  cell_type: 'code',
  source,
  metadata: {},
  outputs: [],
  execution_count: null,
  ...more,
});

describe('an imported Jupyter notebook', () => {
  it('that the course exported has the same cells and title, under the new section’s id', () => {
    const imported = importIpynb(exportIpynb({ section, outputs }), options());
    expect(imported.section).toEqual({ ...section, id: 'own/new' });
    expect(imported.trusted).toBe(false);
    expect(imported.notices).toEqual([
      '1 cell in python can be read here but not run.',
      '8 stored outputs left out: run the cells to make them again.',
      'Nothing runs until you run it.',
    ]);
  });

  it('brings back any cells that the course exports', () => {
    fc.assert(
      fc.property(arbitraryCells('own/new'), fc.string({ maxLength: 200 }), (cells, title) => {
        const whole = { id: 'own/new', title, cells };
        expect(importIpynb(exportIpynb({ section: whole }), options()).section).toEqual(whole);
      }),
      { numRuns: 500 },
    );
  });

  it('gives fresh ids where the file’s are taken, doubled, invalid or missing', () => {
    const noted = (id: string) => code('1', { metadata: { goodput: { id, language: 'ts' } } });
    const file = notebook([
      noted('2.4/1'),
      noted('a'),
      noted('a'),
      noted('a b'),
      noted('__proto__'),
      code('1'),
    ]);
    const { section: made } = importIpynb(file, { ...options(), taken: new Set(['2.4/1']) });
    expect(made.cells.map(({ id }) => id)).toEqual([
      'own/fresh1',
      'a',
      'own/fresh2',
      'own/fresh3',
      'own/fresh4',
      'own/fresh5',
    ]);
  });

  it('reads sources as one text or as lines, of format 4.0 on', () => {
    const cells = [{ ...code('a\nb'), metadata: undefined }, code(['a\n', 'b']), code([])];
    const file = notebook(
      cells,
      { kernelspec: { name: 'tslab', language: 'typescript' } },
      { nbformat_minor: 0 },
    );
    expect(importIpynb(file, options()).section.cells.map(({ source }) => source)).toEqual([
      'a\nb',
      'a\nb',
      '',
    ]);
  });

  it.each<[object, Partial<NotebookCell>]>([
    [python, { kind: 'foreign', languageName: 'python' }],
    [{ language_info: { name: 'R' } }, { kind: 'foreign', languageName: 'R' }],
    [{ kernelspec: { name: 'deno' } }, { kind: 'code', language: 'ts' }],
    [{ language_info: { name: 'javascript' } }, { kind: 'code', language: 'js' }],
    [{ kernelspec: { language: 'constructor' } }, { kind: 'foreign', languageName: 'constructor' }],
    [{ language_info: { name: ']<b>\n[' } }, { kind: 'foreign', languageName: '<b>' }],
    [{}, { kind: 'foreign', languageName: 'unknown language' }],
  ])('takes code in the language of its kernel: %j', (metadata, cell) => {
    expect(importIpynb(notebook([code('x')], metadata), options()).section.cells[0]).toMatchObject(cell);
  });

  it('takes a cell’s own language before the kernel’s', () => {
    const cells = [code('x', { metadata: { vscode: { languageId: 'javascript' } } }), code('y')];
    expect(importIpynb(notebook(cells, python), options()).section.cells).toMatchObject([
      { kind: 'code', language: 'js' },
      { kind: 'foreign', languageName: 'python' },
    ]);
  });

  it('leaves outputs, attachments and raw cells’ meaning behind, and says so', () => {
    const cells = [
      code('print(1)', { outputs: [{ output_type: 'stream' }, {}] }),
      {
        cell_type: 'markdown',
        source: 'Look: ![a](attachment:a.png)',
        metadata: {},
        attachments: { 'a.png': {} },
      },
      { cell_type: 'raw', source: '<raw>', metadata: {} },
    ];
    const imported = importIpynb(notebook(cells, { ...python, title: 'Mine' }), {
      ...options(),
      title: 'file name',
    });
    expect(imported.section).toMatchObject({
      title: 'Mine',
      cells: [
        { kind: 'foreign' },
        { kind: 'markdown' },
        { kind: 'foreign', languageName: 'raw text', source: '<raw>' },
      ],
    });
    expect(imported.notices).toEqual([
      '1 cell in python can be read here but not run.',
      '1 cell in raw text can be read here but not run.',
      '2 stored outputs left out: run the cells to make them again.',
      '1 attached file left out.',
    ]);
    expect(importIpynb(notebook([]), { ...options(), title: 'file name' }).section.title).toBe('file name');
  });

  it.each([
    ['no JSON', '{'],
    ['format 3', notebook([], {}, { nbformat: 3 }), /format 4 can be read/],
    ['a newer format', notebook([], {}, { nbformat_minor: 6 }), /newer than format 4.5/],
    ['too many cells', notebook(Array(limits.cells + 1).fill(code(''))), /more than 500 cells/],
    ['too long a cell', notebook([code('x'.repeat(limits.source + 1))]), /does not fit/],
    [
      'a cell of no kind',
      notebook([{ cell_type: 'heading', source: '', metadata: {} }]),
      /cells\.0\.cell_type/,
    ],
    ['a source of numbers', notebook([code([1, 2])]), /cells\.0\.source/],
    [
      'a reserved name',
      '{"nbformat":4,"nbformat_minor":5,"metadata":{"__proto__":{"polluted":1}},"cells":[]}',
      /reserved name/,
    ],
    ['deep nesting', notebook([]).replace('[]', '['.repeat(5_000_000)), /nested too deeply/],
    ['a hundred megabytes', ' '.repeat(100_000_000), /larger than 20 MB/],
    ['something else', '[1, 2]', /does not fit/],
  ])('is refused with a reason: %s', (_what, file, reason = /not valid JSON/) => {
    expect(() => importIpynb(file, options())).toThrow(ImportRefused);
    expect(() => importIpynb(file, options())).toThrow(reason);
    expect(() => importIpynb(file, options())).toThrow(/Nothing was changed/);
    expect({}).not.toHaveProperty('polluted');
  });
});
