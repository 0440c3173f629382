/** @typedef {{ line: number, column: number }} Place */
/** @typedef {{ type: string, locations: { start: Place, end: Place }[] }} Branch */

/**
 * The ids of the branches `values[i] ?? fallback`. The fallback is there because the type checker cannot know that i lies
 * inside; where it does, no test can take that branch, and hundreds of them would hide the ones that a test could take.
 *
 * @param {Record<string, Branch>} branches  istanbul's branch map of a file
 * @param {string} source  the file's text
 */
export function indexFallbacks(branches, source) {
  const lines = source.split('\n');
  return Object.keys(branches).filter((id) => {
    const { type = '', locations: [read, fallback] = [] } = branches[id] ?? {};
    if (type !== 'binary-expr' || !read || !fallback) return false;
    return /\]\s*\?\?\s*$/.test(textBetween(read.start, fallback.start, lines));
  });
}

/** @param {Place} start @param {Place} end @param {string[]} lines */
const textBetween = (start, end, lines) => {
  const last = lines[end.line - 1]?.slice(0, end.column) ?? '';
  if (start.line === end.line) return last.slice(start.column);
  return [...lines.slice(start.line - 1, end.line - 1), last].join('\n').slice(start.column);
};
