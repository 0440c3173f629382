import { useEffect, useState } from 'react';
import type { NotebookSection } from '../../../engine/notebook/index.ts';
import { useWidget } from '../../../widgets/frame/index.ts';
import { LessonCells } from '../../../widgets/notebook/index.ts';
import { loadDemo } from '../../notebookSections.ts';
import { useLesson } from '../lessonContext.ts';
import { LessonSection } from '../sections/LessonSection.tsx';
import styles from './demo.module.css';

/** The lesson's demo from `src/lessons/notebook/<id>.ts`, as live cells. */
export default function Demo({ id, title }: { id?: string; title?: string }) {
  const lesson = useLesson();
  const name = id ?? lesson.id;
  const widget = useWidget(lesson.widget ?? '');
  const [demo, setDemo] = useState<NotebookSection>();
  const [failure, setFailure] = useState<string>();

  useEffect(() => {
    let current = true;
    loadDemo(name).then(
      (loaded) => current && setDemo(loaded),
      (error: unknown) => current && setFailure(error instanceof Error ? error.message : String(error)),
    );
    return () => {
      current = false;
    };
  }, [name]);

  return (
    <LessonSection title={title} className="lesson-wide">
      {failure && (
        <p role="alert" className={styles.error}>
          The demo could not be loaded: {failure}. Check the connection and reload the page.
        </p>
      )}
      {demo ? (
        <LessonCells key={demo.id} original={demo} widget={widget} />
      ) : (
        !failure && <div className={styles.loading} aria-busy="true" />
      )}
    </LessonSection>
  );
}
