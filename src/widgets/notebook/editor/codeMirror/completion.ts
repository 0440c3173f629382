import {
  autocompletion,
  type Completion,
  type CompletionContext,
  type CompletionResult,
  type CompletionSource,
} from '@codemirror/autocomplete';
import { localCompletionSource } from '@codemirror/lang-javascript';
import { syntaxTree } from '@codemirror/language';
import type { Extension } from '@codemirror/state';
import type { Entry } from '../reference/entry.ts';
import { describeEntry } from './describeEntry.ts';
import { memberPath } from './memberPath.ts';
import { otherNames } from './names.ts';
import { loadReference } from './reference.ts';

/** Names of this cell, of the section's other cells, and all that the course gives to cells, with its documentation. */
export const codeCompletion: Extension = autocompletion({
  override: [known, declaredElsewhere, inCode(localCompletionSource)],
  icons: false,
});

/** The engine's calls and the cell's own words. */
async function known(context: CompletionContext): Promise<CompletionResult | null> {
  const path = pathBefore(context);
  if (!path) return null;
  const entries = (await loadReference()).get(path.owner);
  if (!entries || context.aborted) return null;
  return { from: context.pos - path.beginning.length, options: entries.map(option), validFor: word };
}

function declaredElsewhere(context: CompletionContext): CompletionResult | null {
  const path = pathBefore(context);
  if (path?.owner !== '') return null;
  return {
    from: context.pos - path.beginning.length,
    options: context.state.facet(otherNames).map((label) => ({ label, detail: 'another cell', boost: 1 })),
    validFor: word,
  };
}

function inCode(source: CompletionSource): CompletionSource {
  return (context) => (pathBefore(context)?.owner === '' ? source(context) : null);
}

const word = /^[\p{L}\p{N}_$]*$/u;

const option = (entry: Entry): Completion => ({
  label: entry.name,
  detail: entry.kind === 'folder' ? 'engine' : '',
  info: () => describeEntry(entry),
});

/** What is being written, unless it is text, or nothing yet that somebody asked to complete. */
const pathBefore = (context: CompletionContext) => {
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
