import { findLesson, parts } from '../../../lessons/catalog.ts';
import { type Progress, useProgress } from '../../../store/progress.ts';
import styles from '../HomePage.module.css';

const first = parts.flatMap((part) => part.lessons).find((lesson) => lesson.written);

/** One click into the course: its first lesson, or the one that the reader had open last. */
export function Start() {
  const latest = useProgress(lastVisited);
  const last = latest === undefined ? undefined : findLesson(latest);
  const lesson = last ?? first;
  if (!lesson) return null;
  return (
    <p className={styles.start}>
      <a href={`#/lesson/${lesson.id}`} className={styles.startLink}>
        {last ? 'Continue with' : 'Start with'} lesson {lesson.id}
      </a>
      <span className={styles.startTitle}>
        {lesson.title}
        {lesson.minutes !== undefined && `, ${lesson.minutes} minutes`}
      </span>
    </p>
  );
}

/** Id of the lesson that was opened last. */
function lastVisited(all: Progress): string | undefined {
  const [latest] = Object.entries(all.lessons)
    .filter(([id, lesson]) => lesson.visited !== undefined && findLesson(id)?.written)
    .sort(([, a], [, b]) => (b.visited ?? '').localeCompare(a.visited ?? ''));
  return latest?.[0];
}
