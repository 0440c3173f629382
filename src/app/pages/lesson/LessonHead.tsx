import type { CatalogLesson } from '../../../lessons/catalog.ts';
import { parts } from '../../../lessons/catalog.ts';
import { lessonProgress, useProgress } from '../../../store/progress.ts';
import { Icon } from '../../../widgets/controls/index.ts';
import styles from './lesson.module.css';

/** Where the lesson stands, its title, the question that it answers, and how long it takes to read. */
export function LessonHead({ lesson }: { lesson: CatalogLesson }) {
  const part = parts.find(({ number }) => number === lesson.part);
  const { done } = useProgress((all) => lessonProgress(all, lesson.id));
  return (
    <header>
      <p className={styles.over}>
        <a href={`#/part/${lesson.part}`}>
          Part {lesson.part}, {part?.title}
        </a>
        <span>Lesson {lesson.id}</span>
        {lesson.minutes !== undefined && <span>{lesson.minutes} min to read</span>}
        {done && (
          <span className={styles.done}>
            <Icon name="check" size={16} /> done
          </span>
        )}
      </p>
      <h1>{lesson.title}</h1>
      {lesson.question && <p className={styles.question}>{lesson.question}</p>}
    </header>
  );
}
