import * as v from 'valibot';
import {
  type NotebookSection,
  notebookCellsSchema,
  notebookTitleSchema,
  parseCells,
} from '../../../../engine/notebook/index.ts';
import { fromBase64Url } from './base64Url.ts';
import { longestQuery, longestShared } from './limits.ts';

export type SharedCells =
  /** Code that came from outside is shown and never runs by itself. */
  | { readonly kind: 'shared'; readonly section: NotebookSection; readonly trusted: false }
  /** The address carries no cells. */
  | { readonly kind: 'none' }
  /** It carries something that cannot be read; `notice` says so in a sentence. */
  | { readonly kind: 'refused'; readonly notice: string };

/**
 * Reads the query of an address (the part behind `?`, without it) as `encodeShared` writes it. Never throws: whatever
 * is not a whole, valid link is refused with a notice. `sectionId` names the section; its cells are named after it.
 */
export async function decodeShared(query: string, sectionId: string): Promise<SharedCells> {
  if (query.length > longestQuery) {
    return refused(
      `it has ${query.length.toLocaleString('en')} characters, and at most ${longestQuery.toLocaleString('en')} are read`,
    );
  }
  const written = new URLSearchParams(query).get('cell');
  if (written === null) return { kind: 'none' };
  const packed = fromBase64Url(written);
  if (!packed) return refused('it is not whole');
  try {
    const text = await inflate(packed);
    return text === undefined ? refused('it unfolds to more than a notebook holds') : read(text, sectionId);
  } catch {
    return refused('it is not whole');
  }
}

function refused(why: string): SharedCells {
  return {
    kind: 'refused',
    notice: `The cells of this link cannot be shown: ${why}. Ask for a file instead.`,
  };
}

function read(text: string, id: string): SharedCells {
  const end = text.indexOf('\n');
  if (end === -1) return refused('it holds no valid cells');
  const title = v.safeParse(notebookTitleSchema, text.slice(0, end));
  const cells = v.safeParse(notebookCellsSchema, parseCells(text.slice(end + 1), id));
  if (!title.success || !cells.success || cells.output.length === 0) {
    return refused('it holds no valid cells');
  }
  return { kind: 'shared', section: { id, title: title.output, cells: cells.output }, trusted: false };
}

/** The text, or undefined as soon as there is more of it than is allowed; the rest is never unfolded. */
async function inflate(packed: Uint8Array<ArrayBuffer>): Promise<string | undefined> {
  const reader = new Blob([packed]).stream().pipeThrough(new DecompressionStream('deflate-raw')).getReader();
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  let text = '';
  let bytes = 0;
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    bytes += part.value.length;
    if (bytes > longestShared) {
      await reader.cancel();
      return undefined;
    }
    text += decoder.decode(part.value, { stream: true });
  }
  return text + decoder.decode();
}
