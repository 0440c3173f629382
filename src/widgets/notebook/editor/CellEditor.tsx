import { type Ref, useCallback, useId, useRef, useState } from 'react';
import styles from './CellEditor.module.css';
import type { EditorCommand } from './commands.ts';
import type { CellDiagnostic, CellEditorHandle, CellLanguage, EditorFormProps } from './form.ts';
import { PlainEditor } from './PlainEditor.tsx';
import { sameElements } from './sameElements.ts';
import { useCodeMirror } from './useCodeMirror.ts';

export type { CellDiagnostic, CellEditorHandle, CellLanguage, EditorCommand };

export interface CellEditorProps {
  /** Of the cell; the field that takes the text is `<id>-source` in the page. */
  readonly id: string;
  /** What a screen reader calls the field. */
  readonly label: string;
  readonly source: string;
  readonly language: CellLanguage;
  readonly readOnly?: boolean;
  /** What is wrong with the source as it stands. Typing takes them away, until others are given: other objects. */
  readonly diagnostics?: readonly CellDiagnostic[];
  /** Names that other cells of the section declare, for completion. */
  readonly names?: readonly string[];
  readonly onChange: (source: string) => void;
  readonly onCommand: (command: EditorCommand) => void;
  readonly ref?: Ref<CellEditorHandle>;
}

const nothing: readonly never[] = [];

/**
 * The source of a cell. A plain text field stands there at once; near the viewport, and not on phones, CodeMirror takes
 * its place, with the text, the caret, the focus and what can be undone.
 */
export function CellEditor({
  readOnly = false,
  diagnostics = nothing,
  names = nothing,
  ref = null,
  ...props
}: CellEditorProps) {
  const { source, onChange } = props;
  const frame = useRef<HTMLDivElement>(null);
  const { form, typed } = useCodeMirror(frame, source);
  const { shown, dismiss } = useShown(diagnostics);
  const problems = useId();

  const change = useCallback(
    (next: string) => {
      dismiss();
      if (!form) typed(source, next);
      onChange(next);
    },
    [dismiss, form, source, onChange, typed],
  );
  const given: EditorFormProps = {
    ...props,
    id: `${props.id}-source`,
    readOnly,
    diagnostics: shown,
    describedBy: shown.length > 0 ? problems : undefined,
    onChange: change,
    ref,
  };
  return (
    <div ref={frame} className={styles.editor} data-readonly={readOnly || undefined}>
      {form ? (
        <form.RichEditor {...given} names={names} handover={form.handover} />
      ) : (
        <PlainEditor {...given} />
      )}
      {shown.length > 0 && (
        <ul id={problems} className={styles.problems}>
          {shown.map((diagnostic) => (
            <li key={sentence(diagnostic)}>{sentence(diagnostic)}</li>
          ))}
        </ul>
      )}
    </div>
  );
}

/** The diagnostics until the reader types, and then none until others have come. */
function useShown(given: readonly CellDiagnostic[]) {
  const [present, show] = useState({ given, shown: given });
  if (!sameElements(given, present.given)) show({ given, shown: given });
  const dismiss = useCallback(() => show(({ given }) => ({ given, shown: nothing })), []);
  return { shown: present.shown, dismiss };
}

const sentence = ({ message, place }: CellDiagnostic): string =>
  place ? `Line ${place.line}, column ${place.column}: ${message}` : message;
