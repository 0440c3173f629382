import { formatCells, type NotebookCell } from '../../../../engine/notebook/index.ts';
import { toBase64Url } from './base64Url.ts';
import { longestLink, longestShared } from './limits.ts';

export type SharedLink =
  | { readonly ok: true; readonly link: string; readonly length: number }
  /** `reason` is a sentence that says what to do instead. */
  | { readonly ok: false; readonly reason: string };

/**
 * A link that carries cells whole: the title and the cells in the percent format, deflated, in the hash, which no
 * server sees. `page` is the course's address up to the hash.
 */
export async function encodeShared(
  title: string,
  cells: readonly NotebookCell[],
  page: string,
): Promise<SharedLink> {
  const bytes = new TextEncoder().encode(`${title.replaceAll(/\s+/g, ' ')}\n${formatCells(cells)}`);
  const packed = bytes.length > longestShared ? undefined : await deflate(bytes);
  const link = packed ? `${page}#/notebook?cell=${toBase64Url(packed)}` : '';
  if (packed && link.length <= longestLink) return { ok: true, link, length: link.length };
  const what = cells.length === 1 ? 'This cell is' : 'These cells are';
  return {
    ok: false,
    reason: `${what} too long for a link (at most ${longestLink.toLocaleString('en')} characters, which mail and chat pass on whole). Export a file instead.`,
  };
}

async function deflate(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array> {
  const packed = new Blob([bytes]).stream().pipeThrough(new CompressionStream('deflate-raw'));
  return new Uint8Array(await new Response(packed).arrayBuffer());
}
