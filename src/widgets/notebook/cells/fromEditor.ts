import type { EditorCommand } from '../editor/CellEditor.tsx';
import type { KeyCommand } from '../session/keys.ts';

/** An editor's command as the notebook's: leaving its first line upwards goes into the editor above. */
export function fromEditor(command: EditorCommand): KeyCommand {
  if (command === 'previous') return 'editPrevious';
  if (command === 'next') return 'editNext';
  return command;
}
