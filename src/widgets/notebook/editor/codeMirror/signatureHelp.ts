import { syntaxTree } from '@codemirror/language';
import { type EditorState, type Extension, StateEffect, StateField } from '@codemirror/state';
import { EditorView, showTooltip, type Tooltip } from '@codemirror/view';
import { describeCall } from './describeEntry.ts';
import { memberPath } from './memberPath.ts';
import { loadReference, lookUp, type Reference } from './reference.ts';

const arrived = StateEffect.define<Reference>();

const reference = StateField.define<Reference | undefined>({
  create: () => undefined,
  update: (present, { effects }) => {
    const given = effects.find((effect) => effect.is(arrived));
    return given?.is(arrived) ? given.value : present;
  },
});

/** Says how a known call is made while the caret stands between its parentheses. */
export const signatureHelp: Extension = [
  reference,
  showTooltip.compute(['doc', 'selection', reference], signatureAtCaret),
  // The reference is loaded when a reader first comes to write, not for those who only read.
  EditorView.domEventHandlers({
    focus(_event, view) {
      if (view.state.field(reference)) return;
      void loadReference().then((given) => view.dispatch({ effects: arrived.of(given) }));
    },
  }),
];

function signatureAtCaret(state: EditorState): Tooltip | null {
  const known = state.field(reference);
  const { main } = state.selection;
  if (!known || !main.empty || state.readOnly) return null;
  const call = callAround(state, main.head);
  const path = call && memberPath(call.callee);
  const entry = path && lookUp(known, path.owner, path.beginning);
  if (!call || !entry || entry.kind !== 'call') return null;
  return { pos: call.at, above: true, create: () => ({ dom: describeCall(entry) }) };
}

/** The innermost call whose parentheses enclose the place: the text of what is called and where its arguments begin. */
const callAround = (state: EditorState, position: number): { callee: string; at: number } | undefined => {
  let node = syntaxTree(state).resolveInner(position, -1);
  for (; node.parent; node = node.parent) {
    if (node.name !== 'ArgList' || position <= node.from) continue;
    const closed = node.lastChild?.name === ')';
    if (closed && position >= node.to) continue;
    const callee = node.prevSibling;
    return callee ? { callee: state.sliceDoc(callee.from, callee.to), at: callee.from } : undefined;
  }
  return undefined;
};
