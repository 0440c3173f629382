import { useEffect } from 'react';
import { findLesson, loadLesson } from '../../lessons/catalog.ts';
import { arrivedText } from '../../lessons/texts.ts';
import { markVisited } from '../../store/progress.ts';
import { usePageTitle } from '../routing/usePageTitle.ts';
import { LessonView } from './lesson/LessonView.tsx';
import { NotFoundPage } from './NotFoundPage.tsx';
import { UnwrittenPage } from './UnwrittenPage.tsx';

/** The lesson that the address names. */
export default function LessonPage({ id }: { id: string }) {
  const lesson = findLesson(id);
  const written = lesson?.written === true;
  usePageTitle(lesson ? `${lesson.id} ${lesson.title}` : 'No such lesson');
  useEffect(() => {
    if (written) void markVisited(id);
  }, [id, written]);

  if (!lesson) return <NotFoundPage />;
  if (!lesson.written) return <UnwrittenPage lesson={lesson} />;
  return <LessonView key={id} lesson={lesson} load={loadLesson} arrived={arrivedText(id)} />;
}
