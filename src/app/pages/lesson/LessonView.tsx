import '../../../lessons/lesson.css';
import type { MDXContent } from 'mdx/types';
import { useState } from 'react';
import type { CatalogLesson } from '../../../lessons/catalog.ts';
import { LessonProvider } from '../../../lessons/components/lessonContext.ts';
import { Symbols } from '../../../lessons/components/margin/Symbols.tsx';
import { StorageNotice } from '../../../lessons/components/notes/StorageNotice.tsx';
import { Outline } from '../../../lessons/components/sections/Outline.tsx';
import { createSectionList, SectionProvider } from '../../../lessons/components/sections/sectionList.ts';
import { progress } from '../../../store/progress.ts';
import { LessonHead } from './LessonHead.tsx';
import { LessonText, type LoadText } from './LessonText.tsx';
import { LessonTurn } from './LessonTurn.tsx';
import styles from './lesson.module.css';

interface Props {
  readonly lesson: CatalogLesson;
  readonly load: LoadText;
  /** The text, when it has been loaded ahead. */
  readonly arrived?: MDXContent | undefined;
}

/** A lesson: head, outline and symbols beside the text, what comes before and after. */
export function LessonView({ lesson, load, arrived }: Props) {
  const [sections] = useState(createSectionList);
  return (
    <LessonProvider value={lesson}>
      <SectionProvider value={sections}>
        <article className={styles.lesson}>
          <div className={styles.head}>
            <StorageNotice what="progress" store={progress} />
            <LessonHead lesson={lesson} />
          </div>
          <div className={styles.rail}>
            <Outline list={sections} />
            <Symbols />
          </div>
          <details className={styles.fold}>
            <summary>On this page</summary>
            <Outline list={sections} />
          </details>
          <div className={styles.text}>
            <LessonText id={lesson.id} load={load} arrived={arrived} />
            <LessonTurn id={lesson.id} />
          </div>
        </article>
      </SectionProvider>
    </LessonProvider>
  );
}
