import * as v from 'valibot';
import { askToKeepStorage } from './keepStorage.ts';
import { createPersistedStore } from './persist.ts';

/** Characters one lesson's note may have. */
export const noteLimit = 8_000;

const noteSchema = v.strictObject({
  text: v.pipe(v.string(), v.maxLength(noteLimit)),
  changed: v.pipe(v.string(), v.isoTimestamp()),
  /** Text that another tab saved while this one was being typed; kept until the reader has dealt with it. */
  conflict: v.optional(v.string()),
});

const notesSchema = v.strictObject({ lessons: v.record(v.string(), noteSchema) });

export type Note = v.InferOutput<typeof noteSchema>;
export type Notes = v.InferOutput<typeof notesSchema>;

/** The reader's own notes, a text for each lesson. */
export const notes = createPersistedStore<Notes>({
  key: 'notes',
  version: 1,
  schema: notesSchema,
  initial: { lessons: {} },
});

/**
 * Saves a note. `previous` is the text that the reader was looking at while typing: when another tab has saved
 * something else meanwhile, that text is kept beside the new one instead of being overwritten.
 */
export function writeNote(lesson: string, previous: string, text: string): Promise<void> {
  const changed = new Date().toISOString();
  askToKeepStorage();
  return notes.update((all) => ({
    lessons: { ...all.lessons, [lesson]: { ...merged(all.lessons[lesson], previous, text), changed } },
  }));
}

export function dropConflict(lesson: string): Promise<void> {
  return notes.update((all) => {
    const note = all.lessons[lesson];
    return note ? { lessons: { ...all.lessons, [lesson]: { ...note, conflict: undefined } } } : all;
  });
}

function merged(stored: Note | undefined, previous: string, text: string): Omit<Note, 'changed'> {
  const known = !stored || stored.text === previous || stored.text === text || stored.text === '';
  return { text, conflict: known ? stored?.conflict : stored.text };
}
