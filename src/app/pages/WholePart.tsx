import '../../lessons/lesson.css';
import { type CatalogLesson, loadLesson } from '../../lessons/catalog.ts';
import { LessonProvider } from '../../lessons/components/lessonContext.ts';
import { WidgetScope } from '../../widgets/frame/index.ts';
import { LessonText } from './lesson/LessonText.tsx';
import styles from './WholePart.module.css';

/** The written lessons of a part, one after another; each with its widgets in a scope of its own. */
export default function WholePart({ lessons }: { lessons: readonly CatalogLesson[] }) {
  return lessons.map((lesson) => (
    <article key={lesson.id} className={styles.lesson} aria-labelledby={`lesson-${lesson.id}`}>
      <header className={styles.head}>
        <p className={styles.number}>Lesson {lesson.id}</p>
        <h2 id={`lesson-${lesson.id}`}>
          <a href={`#/lesson/${lesson.id}`}>{lesson.title}</a>
        </h2>
        {lesson.question && <p className={styles.question}>{lesson.question}</p>}
      </header>
      <LessonProvider value={lesson}>
        <WidgetScope link="">
          <LessonText id={lesson.id} load={loadLesson} />
        </WidgetScope>
      </LessonProvider>
    </article>
  ));
}
