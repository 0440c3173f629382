import type { CatalogLesson, CatalogPart } from '../../lessons/catalog.ts';
import { useProgress } from '../../store/progress.ts';
import styles from './PartPage.module.css';

/** The lessons of a part: number, title, question, minutes, and whether each is done or not written yet. */
export function LessonList({ part }: { part: CatalogPart }) {
  return (
    <ol className={styles.lessons}>
      {part.lessons.map((lesson) => (
        <li key={lesson.id} className={styles.lesson}>
          <span className={styles.number}>{lesson.id}</span>
          <div>
            <h2 className={lesson.written ? undefined : styles.unwritten}>
              {lesson.written ? <a href={`#/lesson/${lesson.id}`}>{lesson.title}</a> : lesson.title}
            </h2>
            {lesson.question && <p className={styles.question}>{lesson.question}</p>}
          </div>
          <State lesson={lesson} />
        </li>
      ))}
    </ol>
  );
}

function State({ lesson }: { lesson: CatalogLesson }) {
  const done = useProgress((all) => all.lessons[lesson.id]?.done === true);
  if (!lesson.written) return <p className={styles.state}>Not written yet</p>;
  const minutes = lesson.minutes === undefined ? '' : `${lesson.minutes} min`;
  return <p className={styles.state}>{done ? [minutes, 'done'].filter(Boolean).join(', ') : minutes}</p>;
}
