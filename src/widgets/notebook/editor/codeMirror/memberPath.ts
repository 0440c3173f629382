/** A name as it is written before a place: `engine.stats.quan` is the owner `stats` and the beginning `quan`. */
export interface MemberPath {
  readonly owner: string;
  readonly beginning: string;
}

/**
 * Reads the name that ends with the text; undefined where it is a member of something that is no plain name, such as of
 * `run().stats`, or nested deeper than the reference goes.
 */
export function memberPath(before: string): MemberPath | undefined {
  const path = /(?:[\p{L}\p{N}_$]+\.)*[\p{L}\p{N}_$]*$/u.exec(before)?.[0] ?? '';
  if (/(?<!\.\.)\.$/.test(before.slice(0, before.length - path.length))) return undefined;
  const parts = path.split('.');
  if (parts[0] === 'engine' && parts.length > 2) parts.shift();
  if (parts.length > 2) return undefined;
  return { owner: parts.length === 2 ? (parts[0] ?? '') : '', beginning: parts.at(-1) ?? '' };
}
