import { describe, expect, it } from 'vitest';
import { exportIpynb } from '../../../../src/widgets/notebook/files/index.ts';
import { hostile, outputs, section, svg } from './sample.ts';

const file = JSON.parse(exportIpynb({ section, outputs }));

describe('an exported Jupyter notebook', () => {
  it('says its format, its kernel and where it comes from', () => {
    expect(file).toMatchObject({
      nbformat: 4,
      nbformat_minor: 5,
      metadata: {
        kernelspec: { name: 'deno', display_name: 'Deno', language: 'typescript' },
        language_info: { name: 'typescript', file_extension: '.ts' },
        goodput: { id: '2.4', title: section.title },
      },
    });
    expect(Object.keys(file)).toEqual(['cells', 'metadata', 'nbformat', 'nbformat_minor']);
  });

  it('has cells with ids that the format allows, each its own', () => {
    const ids: string[] = file.cells.map(({ id }: { id: string }) => id);
    expect(ids).toEqual(['2-4-1-1', '2-4-2-2', 'own-x-3', 'own-y-4']);
    const long = 'x'.repeat(99);
    const cells = ['a/1', 'a-1', 'a.1', long, `${long}y`].map((id) => ({
      id,
      kind: 'markdown' as const,
      source: '',
    }));
    const others: string[] = JSON.parse(exportIpynb({ section: { ...section, cells } })).cells.map(
      ({ id }: { id: string }) => id,
    );
    for (const id of others) expect(id).toMatch(/^[\w-]{1,64}$/);
    expect(new Set(others).size).toBe(cells.length);
  });

  it('names everything in Jupyter’s own order, so that saving it there changes nothing', () => {
    const sorted = (value: unknown): unknown => {
      if (Array.isArray(value)) return value.map(sorted);
      if (typeof value !== 'object' || value === null) return value;
      const entries = Object.entries(value).map(([name, member]) => [name, sorted(member)] as const);
      return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)));
    };
    expect(exportIpynb({ section, outputs })).toBe(`${JSON.stringify(sorted(file), null, 1)}\n`);
  });

  it('writes each kind of cell as the format has it', () => {
    expect(file.cells[0]).toEqual({
      cell_type: 'markdown',
      id: '2-4-1-1',
      source: ['At $\\rho$ = 0.8\n', '\n', 'the queue grows.'],
      metadata: { goodput: { id: '2.4/1' } },
    });
    expect(file.cells[1]).toMatchObject({
      cell_type: 'code',
      execution_count: null,
      metadata: { goodput: { id: '2.4/2', language: 'ts' } },
    });
    expect(file.cells[2].metadata.goodput.language).toBe('js');
    expect(file.cells[3]).toEqual({
      cell_type: 'raw',
      id: 'own-y-4',
      source: ['import numpy as np'],
      metadata: { goodput: { id: 'own/y', foreign: 'python' } },
    });
  });

  it('keeps outputs: prints as streams, values as text, tables as escaped HTML, charts as pictures', () => {
    const [print, warning, value, table, chart, bare, notice, ...rest] = file.cells[1].outputs;
    expect(rest).toEqual([]);
    expect(print).toEqual({
      output_type: 'stream',
      name: 'stdout',
      text: [`load 0.8 ${hostile}\n`, 'PASS load < 1\n'],
    });
    expect(warning).toEqual({ output_type: 'stream', name: 'stderr', text: ['careful\n'] });
    expect(value).toMatchObject({ output_type: 'display_data', metadata: {} });
    expect(value.data['text/plain'].join('')).toMatch(/^\{mean: 0\.5, name: "/);
    expect(table.data['text/html'].join('')).toContain('<tr><td class="number">0.8</td><td>a</td></tr>');
    expect(table.data['text/html'].join('')).not.toMatch(/<script|<img/);
    expect(table.data['text/html'].join('')).toContain('… 3 more rows');
    expect(table.data['text/plain'][0]).toBe(`ρ\t${hostile}\n`);
    expect(chart.data).toEqual({
      'image/svg+xml': [svg],
      'text/plain': ['Chart: W over ρ\n', expect.any(String)],
    });
    expect(bare.data['text/plain'][0]).toBe('Chart: No picture\n');
    expect(Object.keys(bare.data)).toEqual(['text/plain']);
    expect(notice).toMatchObject({ output_type: 'stream', name: 'stderr' });
  });

  it('keeps an error as an error', () => {
    expect(file.cells[2].outputs).toEqual([
      {
        output_type: 'error',
        ename: 'RuntimeError',
        evalue: 'load is not defined',
        traceback: ['RuntimeError: load is not defined (line 2, column 1)'],
      },
    ]);
  });
});
