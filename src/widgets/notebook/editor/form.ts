import type { Ref } from 'react';
import type { SourcePlace } from '../../../engine/notebook/index.ts';
import type { EditorCommand } from './commands.ts';

export type CellLanguage = 'ts' | 'js' | 'markdown';

/** What is wrong in a cell, and where. */
export interface CellDiagnostic {
  readonly message: string;
  readonly place?: SourcePlace;
}

/** What the notebook may ask of an editor, whichever form it has at the moment. */
export interface CellEditorHandle {
  /** Takes the focus; the caret goes to the place, which comes into view, or stays where it was last. */
  focus(place?: SourcePlace | 'start' | 'end'): void;
}

/** What both forms of the editor, the plain one and CodeMirror's, are given. */
export interface EditorFormProps {
  readonly id: string;
  readonly label: string;
  readonly source: string;
  readonly language: CellLanguage;
  readonly readOnly: boolean;
  readonly diagnostics: readonly CellDiagnostic[];
  /** Id of the element that says the diagnostics in words; absent while there are none. */
  readonly describedBy: string | undefined;
  readonly onChange: (source: string) => void;
  readonly onCommand: (command: EditorCommand) => void;
  readonly ref: Ref<CellEditorHandle>;
}
