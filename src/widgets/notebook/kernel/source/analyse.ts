import { parseJavaScript, transpileJavaScript } from '@observablehq/notebook-kit';
import type { KernelCell, SourcePlace } from '../../../../engine/notebook/index.ts';
import { markLastExpression } from './lastExpression.ts';
import { placeAt } from './placeAt.ts';
import { refuseImports } from './refuseImports.ts';
import { type StrippedSource, stripTypes } from './stripTypes.ts';
import { SourceError, sourceError } from './syntaxError.ts';
import { withoutLastSemicolon } from './withoutLastSemicolon.ts';

/** What a cell's source says before it runs. */
export interface Analysis {
  /** Names that it declares for the cells of its scope, and where. */
  readonly declares: ReadonlyMap<string, SourcePlace>;
  /** Free names that it uses, and where first. */
  readonly uses: ReadonlyMap<string, SourcePlace>;
  /** `(…uses) => {…}` as notebook-kit writes it. */
  readonly body: string;
  /** Whether its value is to be shown. */
  readonly isExpression: boolean;
  /** A place in `body` as a place in the source. */
  readonly original: (place: SourcePlace) => SourcePlace;
}

/** Parses a cell. Throws a SourceError with the place in the source as the reader wrote it. */
export function analyse({ source, language }: Pick<KernelCell, 'source' | 'language'>): Analysis {
  const stripped = strip(source, language);
  const inSource = stripped.original;
  try {
    const code = withoutLastSemicolon(stripped.code);
    const parsed = parseJavaScript(code);
    refuseImports(parsed.body, code);
    const marked = markLastExpression(code, parsed.body);
    const { body, inputs = [] } = transpileJavaScript(marked.code);
    const place = (index: number) => inSource(placeAt(code, index));
    const uses = new Map(inputs.map((name) => [name, { line: 1, column: 1 }]));
    for (const { name, start } of parsed.references.toReversed()) uses.set(name, place(start));
    // notebook-kit puts one line before a program, two before an expression, and drops an empty first line.
    const before = (parsed.expression ? 2 : 1) - (code.startsWith('\n') ? 1 : 0);
    return {
      declares: new Map(parsed.declarations?.map(({ name, start }) => [name, place(start)])),
      uses,
      body,
      isExpression: parsed.expression,
      original: (at) => {
        const line = Math.max(1, at.line - before);
        return inSource({ line, column: marked.column(line, at.column) });
      },
    };
  } catch (error) {
    throw error instanceof SourceError ? error.moved(inSource) : sourceError(error).moved(inSource);
  }
}

function strip(source: string, language: KernelCell['language']): StrippedSource {
  if (language === 'js') return { code: source, original: (place) => place };
  try {
    return stripTypes(source);
  } catch (error) {
    throw sourceError(error);
  }
}
