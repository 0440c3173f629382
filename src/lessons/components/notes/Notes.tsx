import { useId } from 'react';
import { dropConflict, noteLimit, notes, writeNote } from '../../../store/notes.ts';
import { usePersisted } from '../../../store/persist.ts';
import { Button, saveText } from '../../../widgets/controls/index.ts';
import { useLesson } from '../lessonContext.ts';
import { LessonSection } from '../sections/LessonSection.tsx';
import styles from './notes.module.css';
import { SaveStatus } from './SaveStatus.tsx';

/** The reader's own notes on this lesson: plain text, saved with every keystroke, in this browser only. */
export function Notes({ title }: { title?: string }) {
  const { id, title: lesson } = useLesson();
  const field = useId();
  const state = usePersisted(notes);
  const note = state.value.lessons[id];
  const text = note?.text ?? '';
  const full = text.length >= noteLimit;

  return (
    <LessonSection title={title} className={styles.notes}>
      <label htmlFor={field} className={styles.label}>
        What do you want to remember, or ask? Private to this browser.
      </label>
      <textarea
        id={field}
        value={text}
        maxLength={noteLimit}
        rows={6}
        readOnly={state.status === 'newer'}
        disabled={state.status === 'loading'}
        aria-describedby={`${field}count`}
        onChange={(event) => void writeNote(id, text, event.currentTarget.value)}
      />
      <div className={styles.foot}>
        <span id={`${field}count`} className={styles.count} data-full={full}>
          {text.length.toLocaleString('en')} of {noteLimit.toLocaleString('en')} characters
          {full && ': the note is full'}
        </span>
        <SaveStatus state={state} started={text !== ''} />
        <Button
          kind="quiet"
          icon="export"
          disabled={text === ''}
          onClick={() => saveText(`notes-${id}.txt`, 'text/plain', `${id} ${lesson}\n\n${text}\n`)}
        >
          Export
        </Button>
      </div>
      {note?.conflict !== undefined && <Conflict text={note.conflict} onDrop={() => void dropConflict(id)} />}
    </LessonSection>
  );
}

/** What another tab saved while this one was typing; the reader decides. */
function Conflict({ text, onDrop }: { text: string; onDrop: () => void }) {
  return (
    <div className={styles.conflict}>
      <p>Another tab saved a different text of this note at the same time. It is kept here:</p>
      <pre>{text}</pre>
      <Button onClick={onDrop}>Remove this copy</Button>
    </div>
  );
}
