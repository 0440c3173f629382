import type { SourcePlace } from '../../../../engine/notebook/index.ts';

/** A cell's source that cannot be run, and where. */
export class SourceError extends Error {
  override readonly name = 'SyntaxError';
  readonly place: SourcePlace | undefined;

  constructor(message: string, place?: SourcePlace) {
    super(message);
    this.place = place;
  }

  /** The same error at its place in an earlier form of the source. */
  moved(original: (place: SourcePlace) => SourcePlace): SourceError {
    return new SourceError(this.message, this.place && original(this.place));
  }
}

// acorn and notebook-kit write '(line:column)' at the end, columns from 0; sucrase says columns from 1, and has `loc`.
const ending = /^(?:Error transforming cell: )?(.*?) \((\d+):(\d+)\)$/s;

/** What acorn, notebook-kit or sucrase threw, in one form. */
export function sourceError(error: unknown): SourceError {
  if (!(error instanceof Error)) return new SourceError(String(error));
  const [, message, line, column] = ending.exec(error.message) ?? [];
  if (message === undefined) return new SourceError(error.message.replace(/^Error transforming cell: /, ''));
  const bySucrase = error.message.startsWith('Error transforming cell: ');
  return new SourceError(message, {
    line: Math.max(1, Number(line)),
    column: Math.max(1, Number(column) + (bySucrase ? 0 : 1)),
  });
}
