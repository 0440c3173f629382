import type { MDXContent } from 'mdx/types';

/*
 * The texts of the lessons, each a chunk of its own. Apart from the catalogue, and without imports, so that the start
 * of the page can ask for the text that the address names before anything else has arrived.
 */
const files = import.meta.glob<{ default: MDXContent }>('./part*/*.mdx');

const arrived = new Map<string, MDXContent>();

/** Loads the text of a lesson, such as “2.4”; undefined for one that is not written. */
export async function loadText(id: string): Promise<MDXContent | undefined> {
  const path = Object.keys(files).find((file) => file.includes(`/${id}-`));
  const text = path === undefined ? undefined : (await files[path]?.())?.default;
  if (text) arrived.set(id, text);
  return text;
}

/** The text of a lesson that has been loaded already: the page is drawn with it in one go. */
export function arrivedText(id: string): MDXContent | undefined {
  return arrived.get(id);
}
