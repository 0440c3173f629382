/** One replacement in a text: what stood from `from` to `to` became `insert`. */
export interface Change {
  readonly from: number;
  readonly to: number;
  readonly insert: string;
}

/** The shortest single replacement that makes one text of another. */
export function changeBetween(before: string, after: string): Change {
  const shorter = Math.min(before.length, after.length);
  let from = 0;
  while (from < shorter && before[from] === after[from]) from++;
  let kept = 0;
  while (kept < shorter - from && before.at(-1 - kept) === after.at(-1 - kept)) kept++;
  return { from, to: before.length - kept, insert: after.slice(from, after.length - kept) };
}

/** The text after the replacement. */
export function applyChange(text: string, { from, to, insert }: Change): string {
  return text.slice(0, from) + insert + text.slice(to);
}
