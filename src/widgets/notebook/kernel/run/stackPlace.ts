import type { SourcePlace } from '../../../../engine/notebook/index.ts';

/** How scripts of cells are known: the address that stands in a stack, and the way back to the reader's source. */
export interface KnownScript {
  readonly address: string;
  readonly cell: string;
  readonly original: (place: SourcePlace) => SourcePlace;
}

/** Where in a cell an error comes from: the innermost frame of its stack that is in one of the wanted scripts. */
export function stackPlace(
  error: unknown,
  scripts: ReadonlyMap<string, KnownScript>,
  wanted: (script: KnownScript) => boolean,
): { address: string; place: SourcePlace } | undefined {
  const stack = readStack(error);
  // V8: "at f (blob:null/…:3:12)"; Firefox and Safari: "f@blob:null/…:3:12".
  for (const [, address = '', line, column] of stack.matchAll(/(blob:[^\s()@]+?):(\d+):(\d+)/g)) {
    const script = scripts.get(address);
    if (script && wanted(script))
      return { address, place: script.original({ line: Number(line), column: Number(column) }) };
  }
  return undefined;
}

function readStack(error: unknown): string {
  try {
    const stack: unknown = error instanceof Error ? error.stack : undefined;
    return typeof stack === 'string' ? stack.slice(0, 20_000) : '';
  } catch {
    return '';
  }
}
