import {
  autocompletion,
  type Completion,
  type CompletionContext,
  type CompletionResult,
} from '@codemirror/autocomplete';
import { localCompletionSource } from '@codemirror/lang-javascript';
import { syntaxTree } from '@codemirror/language';
import type { Extension } from '@codemirror/state';
import type { Entry } from '../reference/entry.ts';
import { describeEntry } from './describeEntry.ts';
import { type MemberPath, memberPath } from './memberPath.ts';
import { otherNames } from './names.ts';
import { loadReference } from './reference.ts';

/** Names of this cell, of the section's other cells, and all that the course gives to cells, with its documentation. */
export const codeCompletion: Extension = autocompletion({ override: [complete], icons: false });

async function complete(context: CompletionContext): Promise<CompletionResult | null> {
  const path = pathBefore(context);
  if (!path) return null;
  const entries = (await loadReference()).get(path.owner);
  if (context.aborted || !entries) return null;
  const options = entries.map(option);
  const from = context.pos - path.beginning.length;
  if (path.owner !== '') return { from, options, validFor: word };
  return standingAlone(context, path, [...(await declared(context)), ...options]);
}

const word = /^[\p{L}\p{N}_$]*$/u;

/**
 * Of names that stand alone only those that begin as written, and none once one is complete: a guess that Enter takes
 * would make `release` of `else`, and a line that ends with a name could not be ended.
 */
const standingAlone = (
  { pos, explicit }: CompletionContext,
  { beginning }: MemberPath,
  options: readonly Completion[],
): CompletionResult | null => {
  if (!explicit && options.some(({ label }) => label === beginning)) return null;
  const fitting = options.filter(({ label }) => label.toLowerCase().startsWith(beginning.toLowerCase()));
  return {
    from: pos - beginning.length,
    options: fitting,
    filter: false,
    getMatch: () => [0, beginning.length],
  };
};

const declared = async (context: CompletionContext): Promise<readonly Completion[]> => {
  const here = (await localCompletionSource(context))?.options ?? [];
  const known = new Set(here.map(({ label }) => label));
  const elsewhere = context.state.facet(otherNames).filter((name) => !known.has(name));
  return [...here, ...elsewhere.map((label) => ({ label, detail: 'another cell' }))];
};

const option = (entry: Entry): Completion => ({
  label: entry.name,
  detail: entry.kind === 'folder' ? 'engine' : '',
  info: () => describeEntry(entry),
});

/** What is being written, unless it is text or a new name, or nothing yet that somebody asked to complete. */
const pathBefore = (context: CompletionContext): MemberPath | undefined => {
  if (context.state.readOnly || isText(context)) return undefined;
  const line = context.state.doc.lineAt(context.pos);
  const path = memberPath(line.text.slice(0, context.pos - line.from));
  const begun = path && (path.owner !== '' || path.beginning !== '' || context.explicit);
  return begun && !/^\d/.test(path.beginning) ? path : undefined;
};

const isText = ({ state, pos }: CompletionContext): boolean =>
  /^(String|TemplateString|LineComment|BlockComment|RegExp|VariableDefinition|PropertyDefinition)$/.test(
    syntaxTree(state).resolveInner(pos, -1).name,
  );
