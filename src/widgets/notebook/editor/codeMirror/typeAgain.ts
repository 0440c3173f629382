import { EditorState, type Extension, Transaction } from '@codemirror/state';
import type { Handover } from '../draft.ts';

/**
 * The state that CodeMirror would be in had the reader typed into it from the start: a text field keeps its undo to
 * itself, so its changes are made again, at the times at which they were made.
 */
export function typeAgain({ draft, selection }: Handover, extensions: Extension): EditorState {
  let state = EditorState.create({ doc: draft.start, extensions });
  for (const { at, ...change } of draft.changes) {
    state = state.update({
      changes: change,
      selection: { anchor: change.from + change.insert.length },
      userEvent: 'input.type',
      annotations: Transaction.time.of(at),
    }).state;
  }
  return state.update({ selection }).state;
}
