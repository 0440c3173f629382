import type { SourcePlace } from '../../../engine/notebook/index.ts';

/** Where in the source a place is; the nearest there is, for a place that the source has no more. */
export function offsetOf(source: string, { line, column }: SourcePlace): number {
  let start = 0;
  for (let passed = 1; passed < line; passed++) {
    const end = source.indexOf('\n', start);
    if (end < 0) return source.length;
    start = end + 1;
  }
  const end = source.indexOf('\n', start);
  return Math.min(start + column - 1, end < 0 ? source.length : end);
}
