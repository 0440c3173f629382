import type { SourcePlace } from '../../../../engine/notebook/index.ts';

/** The place of a character of a text, counted from 0. */
export function placeAt(text: string, index: number): SourcePlace {
  const before = text.slice(0, index).split('\n');
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
}
