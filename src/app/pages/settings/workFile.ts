import * as v from 'valibot';
import { importJson } from '../../../store/importJson.ts';
import { importNotebook, notebook, savedNotebookSchema } from '../../../store/notebook.ts';
import { type Notes, noteLimit, notes } from '../../../store/notes.ts';
import { type LessonProgress, type Progress, progress } from '../../../store/progress.ts';

/*
 * One file with all that the reader wrote and did. The shapes are the stores' own: the annotations make the
 * compiler compare them, and the stores check again before they take anything.
 */
const name = v.pipe(v.string(), v.maxLength(80));
const time = v.pipe(v.string(), v.isoTimestamp());

const notesShape: v.GenericSchema<unknown, Notes> = v.strictObject({
  lessons: v.record(
    name,
    v.strictObject({
      text: v.pipe(v.string(), v.maxLength(noteLimit)),
      changed: time,
      conflict: v.optional(v.string()),
    }),
  ),
});

const progressShape: v.GenericSchema<unknown, Progress> = v.strictObject({
  lessons: v.record(
    name,
    v.strictObject({
      visited: v.optional(time),
      done: v.optional(v.boolean(), false),
      ticks: v.optional(v.array(name), []),
      answers: v.optional(
        v.record(
          name,
          v.strictObject({
            given: v.union([v.array(v.pipe(v.number(), v.integer())), v.pipe(v.string(), v.maxLength(40))]),
            right: v.boolean(),
          }),
        ),
        {},
      ),
      predictions: v.optional(v.record(name, v.pipe(v.string(), v.maxLength(200))), {}),
    }),
  ),
});

const fileShape = v.strictObject({
  format: v.literal('goodput work'),
  version: v.literal(1),
  notes: notesShape,
  progress: progressShape,
  /** Absent in files written before there was one. */
  notebook: v.optional(savedNotebookSchema),
});

/** Characters of a file: all that the stores may hold, written as JSON. */
const largest = 20_000_000;

export function workFile(): string {
  const file = {
    format: 'goodput work',
    version: 1,
    notes: notes.getState().value,
    progress: progress.getState().value,
    notebook: notebook.getState().value,
  };
  return JSON.stringify(file, null, 2);
}

/**
 * Adds a file to what is here; nothing here is lost. Where both have a note, the newer text stands and the other is
 * kept beside it; of a notebook's cell, in the cell's history. A file that does not fit throws `ImportRefused`, and nothing has changed.
 */
export async function importWork(json: string): Promise<void> {
  const file = importJson(json, fileShape, largest);
  // First, because it alone may still be refused.
  if (file.notebook) await importNotebook(file.notebook);
  await Promise.all([
    notes.update((here) => mergeNotes(here, file.notes)),
    progress.update((here) => mergeProgress(here, file.progress)),
  ]);
}

function mergeNotes(here: Notes, there: Notes): Notes {
  const lessons = { ...here.lessons };
  for (const [lesson, theirs] of Object.entries(there.lessons)) {
    const mine = lessons[lesson];
    if (!mine || mine.text === '') lessons[lesson] = theirs;
    else if (theirs.text !== '' && theirs.text !== mine.text) {
      const [newer, older] = theirs.changed > mine.changed ? [theirs, mine] : [mine, theirs];
      lessons[lesson] = { ...newer, conflict: older.text };
    }
  }
  return { lessons };
}

function mergeProgress(here: Progress, there: Progress): Progress {
  const lessons = { ...here.lessons };
  for (const [lesson, theirs] of Object.entries(there.lessons)) {
    const mine = lessons[lesson];
    lessons[lesson] = mine ? mergeLesson(mine, theirs) : theirs;
  }
  return { lessons };
}

function mergeLesson(mine: LessonProgress, theirs: LessonProgress): LessonProgress {
  const [latest] = [mine.visited, theirs.visited]
    .filter((visit) => visit !== undefined)
    .sort()
    .reverse();
  return {
    visited: latest,
    done: mine.done || theirs.done,
    ticks: [...new Set([...mine.ticks, ...theirs.ticks])],
    answers: { ...theirs.answers, ...mine.answers },
    predictions: { ...theirs.predictions, ...mine.predictions },
  };
}
