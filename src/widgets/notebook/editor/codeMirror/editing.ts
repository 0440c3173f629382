import { acceptCompletion, closeBrackets, closeBracketsKeymap } from '@codemirror/autocomplete';
import { defaultKeymap, history, historyKeymap, indentWithTab } from '@codemirror/commands';
import { bracketMatching, indentOnInput, indentUnit } from '@codemirror/language';
import { EditorState, type Extension } from '@codemirror/state';
import { keymap } from '@codemirror/view';
import { problems } from './diagnostics.ts';
import { highlighting } from './highlighting.ts';
import { theme } from './theme.ts';

/** What every cell's editor does, whatever its language. */
export const editing: Extension = [
  history(),
  indentOnInput(),
  indentUnit.of('  '),
  EditorState.tabSize.of(2),
  bracketMatching(),
  closeBrackets(),
  keymap.of([
    { key: 'Tab', run: acceptCompletion },
    ...closeBracketsKeymap,
    ...historyKeymap,
    indentWithTab,
    ...defaultKeymap,
  ]),
  problems,
  highlighting,
  theme,
];
