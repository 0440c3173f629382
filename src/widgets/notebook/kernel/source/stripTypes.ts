import { decode } from '@jridgewell/sourcemap-codec';
import { transform } from 'sucrase';
import type { SourcePlace } from '../../../../engine/notebook/index.ts';

/** JavaScript made of TypeScript, line by line, and the way back. */
export interface StrippedSource {
  readonly code: string;
  /** A place in `code` as a place in the TypeScript. */
  readonly original: (place: SourcePlace) => SourcePlace;
}

/**
 * Takes the types out of a cell. Types are not checked: the editor's reader learns of a wrong one when it matters at
 * run time. Throws sucrase's SyntaxError, whose `loc` counts from 1.
 */
export function stripTypes(source: string): StrippedSource {
  try {
    return strip(source, 0);
  } catch (error) {
    // `{ a: 1, b: 2 }` alone is a block to TypeScript and a value to the reader.
    if (!/^\s*\{/.test(source)) throw error;
    try {
      return strip(`(${source}\n)`, 1);
    } catch {
      throw error;
    }
  }
}

function strip(source: string, shift: number): StrippedSource {
  const { code, sourceMap } = transform(source, {
    transforms: ['typescript'],
    disableESTransforms: true,
    keepUnusedImports: true,
    filePath: 'cell',
    sourceMapOptions: { compiledFilename: 'cell' },
  });
  // Sucrase keeps lines, so the line's own segments are enough.
  const lines = sourceMap ? decode(sourceMap.mappings) : [];
  const original = ({ line, column }: SourcePlace) => {
    const segment = lines[line - 1]?.findLast(([generated]) => generated <= column - 1);
    const moved = segment?.[3] === undefined ? column : column - segment[0] + segment[3];
    return { line, column: Math.max(1, line === 1 ? moved - shift : moved) };
  };
  return { code, original };
}
