import * as v from 'valibot';

/** Why a file was refused, as a sentence for the reader. */
export class ImportRefused extends Error {}

const defaultLimit = 5_000_000;
const deepest = 40;
const poisonous = new Set(['__proto__', 'constructor', 'prototype']);

/**
 * Reads JSON that came from outside and returns it only when the schema accepts all of it. Refuses text beyond
 * `limit` characters, nesting that could exhaust the stack, and names that reach into prototypes.
 */
export function importJson<T>(text: string, schema: v.GenericSchema<unknown, T>, limit = defaultLimit): T {
  if (text.length > limit) {
    throw new ImportRefused(`The file is larger than ${Math.round(limit / 1e6)} MB. Nothing was changed.`);
  }
  if (depth(text) > deepest) throw new ImportRefused('The file is nested too deeply. Nothing was changed.');
  const checked = v.safeParse(schema, parse(text));
  if (checked.success) return checked.output;
  const [issue] = checked.issues;
  const place = v.getDotPath(issue) ?? 'the file';
  throw new ImportRefused(`The file does not fit: ${place}: ${issue.message}. Nothing was changed.`);
}

function parse(text: string): unknown {
  let poison: string | undefined;
  try {
    const value: unknown = JSON.parse(text.replace(/^\uFEFF/, ''), (name, member: unknown) => {
      if (poisonous.has(name)) poison = name;
      return member;
    });
    if (poison === undefined) return value;
  } catch {
    throw new ImportRefused('The file is not valid JSON. Nothing was changed.');
  }
  throw new ImportRefused(`The file uses the reserved name ${poison}. Nothing was changed.`);
}

/** Deepest nesting of brackets outside strings. */
function depth(text: string): number {
  let level = 0;
  let most = 0;
  for (const [token] of text.matchAll(/"(?:[^"\\]|\\.)*"|[[{]|[\]}]/gs)) {
    if (token === '[' || token === '{') most = Math.max(most, ++level);
    else if (token === ']' || token === '}') level--;
  }
  return most;
}
