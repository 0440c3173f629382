import type { CatalogLesson } from '../../lessons/catalog.ts';
import { usePageTitle } from '../routing/usePageTitle.ts';

/** The address of a lesson that is planned and not there yet: say so, and lead to what is there. */
export function UnwrittenPage({ lesson }: { lesson: CatalogLesson }) {
  usePageTitle(`${lesson.id} ${lesson.title}`);
  return (
    <div className="prose">
      <h1>{lesson.title}</h1>
      <p>Lesson {lesson.id} is planned and not written yet.</p>
      <p>
        See <a href={`#/part/${lesson.part}`}>what part {lesson.part} holds</a>, or go to{' '}
        <a href="#/">the start</a>.
      </p>
    </div>
  );
}
