import { type KeyboardEvent, useImperativeHandle, useRef } from 'react';
import styles from './CellEditor.module.css';
import { commandFor } from './commands.ts';
import type { EditorFormProps } from './form.ts';
import { offsetOf } from './place.ts';

/** The editor as a text field that grows with its text: at once, on phones, and wherever CodeMirror cannot be loaded. */
export function PlainEditor({
  id,
  label,
  source,
  language,
  readOnly,
  describedBy,
  onChange,
  onCommand,
  ref,
}: EditorFormProps) {
  const field = useRef<HTMLTextAreaElement>(null);
  const prose = language === 'markdown';

  useImperativeHandle(
    ref,
    () => ({
      focus(place) {
        const text = field.current;
        if (!text) return;
        if (place !== undefined) {
          const { value } = text;
          const at = place === 'start' ? 0 : place === 'end' ? value.length : offsetOf(value, place);
          text.setSelectionRange(at, at);
        }
        // Only a field that comes into focus scrolls to its caret.
        text.blur();
        text.focus();
      },
    }),
    [],
  );

  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    const { value, selectionStart: from, selectionEnd: to } = event.currentTarget;
    const command = commandFor(event.nativeEvent, { source: value, from, to, wrapped: prose });
    if (!command) return;
    event.preventDefault();
    onCommand(command);
  };

  return (
    // The copy of the text in the attribute gives the field its height, in every browser and without a measurement.
    <div className={styles.plain} data-prose={prose || undefined} data-source={`${source}\n`}>
      <textarea
        ref={field}
        id={id}
        className={styles.field}
        aria-label={label}
        aria-describedby={describedBy}
        aria-invalid={describedBy !== undefined}
        rows={1}
        wrap={prose ? 'soft' : 'off'}
        spellCheck={prose}
        autoCapitalize="off"
        autoComplete="off"
        autoCorrect="off"
        readOnly={readOnly}
        value={source}
        onChange={(event) => onChange(event.target.value)}
        onKeyDown={onKeyDown}
      />
    </div>
  );
}
