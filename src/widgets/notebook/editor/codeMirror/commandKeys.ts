import { closeCompletion, currentCompletions } from '@codemirror/autocomplete';
import { type Extension, Prec } from '@codemirror/state';
import { EditorView } from '@codemirror/view';
import { commandFor, type EditorCommand } from '../commands.ts';

/** How long after Escape the Tab key leaves the editor instead of indenting. */
const escapeHatch = 2000;

/** The notebook's keys, before CodeMirror's own; an open list of completions comes first. */
export function commandKeys(onCommand: (command: EditorCommand) => void, wrapped: () => boolean): Extension {
  const keydown = (event: KeyboardEvent, view: EditorView): boolean => {
    const { from, to } = view.state.selection.main;
    const source = view.state.doc.toString();
    const command = commandFor(event, { source, from, to, wrapped: wrapped() });
    if (!command) return false;
    if (currentCompletions(view.state).length > 0) {
      if (!command.startsWith('run')) return false;
      closeCompletion(view);
    }
    if (command === 'leave') view.setTabFocusMode(escapeHatch);
    onCommand(command);
    return true;
  };
  return Prec.highest(EditorView.domEventHandlers({ keydown }));
}
