import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatCells, type NotebookCell } from '../../../../src/engine/notebook/index.ts';
import { decodeShared, encodeShared } from '../../../../src/widgets/notebook/files/index.ts';
import { arbitraryCells } from '../../../engine/notebook/document/arbitraryCells.ts';

const page = 'https://example.org/course/';
const queryOf = (link: string) => link.slice(link.indexOf('?') + 1);
const cell = (source: string): NotebookCell => ({ id: 'own/s/1', kind: 'code', language: 'ts', source });

const linkTo = async (title: string, cells: readonly NotebookCell[]) => {
  const made = await encodeShared(title, cells, page);
  if (!made.ok) throw new Error(made.reason);
  return made;
};

/** A link as somebody else could write it. */
const forged = async (text: string | Uint8Array<ArrayBuffer>, format: CompressionFormat = 'deflate-raw') => {
  const packed = await new Response(
    new Blob([text]).stream().pipeThrough(new CompressionStream(format)),
  ).arrayBuffer();
  const letters = Array.from(new Uint8Array(packed), (byte) => String.fromCharCode(byte)).join('');
  return `cell=${btoa(letters).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '')}`;
};

describe('a link that carries cells', () => {
  it('brings title and cells back, untrusted, under the ids of the new section', async () => {
    const cells = arbitraryCells('own/s').filter((some) => some.length > 0);
    await fc.assert(
      fc.asyncProperty(cells, fc.stringMatching(/^\S( ?\S)*$/), async (sent, title) => {
        const { link } = await linkTo(title.slice(0, 100).trim(), sent);
        expect(link).toMatch(/^https:\/\/example\.org\/course\/#\/notebook\?cell=[\w-]+$/);
        expect(await decodeShared(queryOf(link), 'own/s')).toEqual({
          kind: 'shared',
          section: { id: 'own/s', title: title.slice(0, 100).trim(), cells: sent },
          trusted: false,
        });
      }),
      { numRuns: 100 },
    );
  });

  it('says how long it is', async () => {
    const { link, length } = await linkTo('Delay', [cell('load * 2')]);
    expect(length).toBe(link.length);
    expect(length).toBeLessThan(120);
  });

  it('is not made where it would be too long; a file is offered', async () => {
    const noise = Array.from({ length: 20_000 }, (_, index) =>
      ((index * index * 7919) % 99_991).toString(36),
    ).join(' ');
    const made = await encodeShared('Noise', [cell(noise)], page);
    expect(made).toEqual({
      ok: false,
      reason: expect.stringMatching(/^This cell is too long.*file instead\.$/),
    });
    const huge = Array.from({ length: 6 }, () => cell('x'.repeat(100_000)));
    expect(await encodeShared('Huge', huge, page)).toMatchObject({ ok: false });
  });

  it('is nothing where the address has none', async () => {
    expect(await decodeShared('', 'own/s')).toEqual({ kind: 'none' });
    expect(await decodeShared('section=2.4', 'own/s')).toEqual({ kind: 'none' });
  });

  it('is refused with a notice where it is damaged, never thrown', async () => {
    const whole = queryOf((await linkTo('Delay', [cell('const load = 0.8;')])).link);
    const broken: [string, RegExp][] = [
      [`cell=${'A'.repeat(1_000_000)}`, /1,000,005 characters/],
      ['cell=', /not whole/],
      ['cell=%%%', /not whole/],
      ['cell=javascript:alert(1)', /not whole/],
      ['cell=AAAAA', /not whole/],
      ['cell=____', /not whole/],
      [whole.slice(0, -4), /not whole/],
      [`${whole}AAAA`, /not whole/],
      [await forged('t\n// %%\nx\n', 'gzip'), /not whole/],
      [await forged(new Uint8Array([0xff, 0xfe, 0x0a])), /not whole/],
      [await forged('t\nno marker'), /not whole/],
      [await forged('t\n// %% [python]\n'), /not whole/],
      [await forged('only a title'), /no valid cells/],
      [await forged('a title and no cells\n'), /no valid cells/],
      [await forged(`${'t'.repeat(201)}\n${formatCells([cell('x')])}`), /no valid cells/],
      [await forged(`t\n${'// %%\n'.repeat(501)}`), /no valid cells/],
      [await forged(`t\n// %%\n${'x'.repeat(100_001)}\n`), /no valid cells/],
    ];
    for (const [query, why] of broken) {
      expect(await decodeShared(query, 'own/s'), query.slice(0, 60)).toEqual({
        kind: 'refused',
        notice: expect.stringMatching(why),
      });
    }
  });

  it('that unfolds without end is given up after its first part', async () => {
    const bomb = await forged(new Uint8Array(40_000_000));
    expect(bomb.length).toBeLessThan(64_000);
    expect(await decodeShared(bomb, 'own/s')).toEqual({
      kind: 'refused',
      notice: expect.stringMatching(/more than a notebook holds/),
    });
  });
});
