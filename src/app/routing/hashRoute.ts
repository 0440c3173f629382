/** Where the reader is: the part of the hash before “?” and the part after it. */
export interface HashRoute {
  /** Begins with “/” and has no “/” at its end, except for home: “/lesson/2.4”. */
  readonly path: string;
  /** Without the “?”, as it stands in the address: a widget reads its state from it. */
  readonly query: string;
}

/*
 * wouter's own hash hook keeps the query in the path when it reads and puts it before the “#” when it navigates.
 * Share links carry theirs inside the hash, so the hash is read here and wouter only matches paths.
 */
export function readHash(hash: string): HashRoute {
  const text = hash.replace(/^#?\/*/, '');
  const mark = text.indexOf('?');
  const path = mark < 0 ? text : text.slice(0, mark);
  return { path: `/${path.replace(/\/+$/, '')}`, query: mark < 0 ? '' : text.slice(mark + 1) };
}

/** First part of a path: it names the page, and so the chunk to load (“lesson” of “/lesson/2.4”; home is “”). */
export const pageName = (path: string): string => path.split('/')[1] ?? '';
