import * as v from 'valibot';
import { useStore } from 'zustand';
import { createPersistedStore } from './persist.ts';

const time = v.pipe(v.string(), v.isoTimestamp());
const name = v.pipe(v.string(), v.maxLength(80));

/** The last answer to one question of a skill check. */
const answerSchema = v.strictObject({
  /** Chosen options by index, or the number as typed. */
  given: v.union([v.array(v.pipe(v.number(), v.integer())), v.pipe(v.string(), v.maxLength(40))]),
  right: v.boolean(),
});

const lessonSchema = v.strictObject({
  visited: v.optional(time),
  done: v.optional(v.boolean(), false),
  ticks: v.optional(v.array(name), []),
  answers: v.optional(v.record(name, answerSchema), {}),
  predictions: v.optional(v.record(name, v.pipe(v.string(), v.maxLength(200))), {}),
});

const progressSchema = v.strictObject({ lessons: v.record(name, lessonSchema) });

export type Answer = v.InferOutput<typeof answerSchema>;
export type LessonProgress = v.InferOutput<typeof lessonSchema>;
export type Progress = v.InferOutput<typeof progressSchema>;

/** What the reader has seen, done, ticked and answered. */
export const progress = createPersistedStore<Progress>({
  key: 'progress',
  version: 1,
  schema: progressSchema,
  initial: { lessons: {} },
});

/** A part of the progress, in a component: `useProgress((all) => all.lessons['2.4']?.done === true)`. */
export function useProgress<R>(select: (all: Progress) => R): R {
  return useStore(progress, (state) => select(state.value));
}

const untouched: LessonProgress = { done: false, ticks: [], answers: {}, predictions: {} };

export function lessonProgress(all: Progress, lesson: string): LessonProgress {
  return all.lessons[lesson] ?? untouched;
}

export function markVisited(lesson: string): Promise<void> {
  const now = new Date().toISOString();
  return change(lesson, (before) => ({ ...before, visited: now }));
}

export function markDone(lesson: string, done: boolean): Promise<void> {
  return change(lesson, (before) => ({ ...before, done }));
}

export function tick(lesson: string, item: string, ticked: boolean): Promise<void> {
  return change(lesson, (before) => {
    const others = before.ticks.filter((one) => one !== item);
    return { ...before, ticks: ticked ? [...others, item] : others };
  });
}

export function saveAnswer(lesson: string, question: string, answer: Answer): Promise<void> {
  return change(lesson, (before) => ({ ...before, answers: { ...before.answers, [question]: answer } }));
}

export function forgetAnswers(lesson: string): Promise<void> {
  return change(lesson, (before) => ({ ...before, answers: {} }));
}

export function savePrediction(lesson: string, question: string, prediction: string): Promise<void> {
  return change(lesson, (before) => ({
    ...before,
    predictions: { ...before.predictions, [question]: prediction },
  }));
}

function change(lesson: string, to: (before: LessonProgress) => LessonProgress): Promise<void> {
  return progress.update((all) => ({
    ...all,
    lessons: { ...all.lessons, [lesson]: to(lessonProgress(all, lesson)) },
  }));
}
