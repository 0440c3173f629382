import { parts } from '../../lessons/catalog.ts';
import { WidgetSlot } from '../../widgets/frame/index.ts';
import { usePageTitle } from '../routing/usePageTitle.ts';
import { PageHead } from './PageHead.tsx';
import styles from './page.module.css';
import { useDescription } from './useDescription.ts';

/** One widget on a page of its own; the page's query sets it up. */
export function GalleryWidget({ id }: { id: string }) {
  const description = useDescription(id);
  const title = description?.title ?? id;
  usePageTitle(title);
  return (
    <div className={styles.page}>
      <PageHead title={title} over={<a href="#/gallery">Gallery</a>}>
        {description?.purpose}
      </PageHead>
      <h2 className="visually-hidden">The widget</h2>
      <div className={styles.named}>
        <WidgetSlot id={id} />
      </div>
      <UsedIn id={id} />
    </div>
  );
}

function UsedIn({ id }: { id: string }) {
  const lessons = parts.flatMap((part) => part.lessons).filter((lesson) => lesson.widget === id);
  if (lessons.length === 0) return null;
  return (
    <p className={styles.note}>
      Explained in{' '}
      {lessons.map((lesson, index) => (
        <span key={lesson.id}>
          {index > 0 && ', '}
          <a href={`#/lesson/${lesson.id}`}>
            lesson {lesson.id}, {lesson.title}
          </a>
        </span>
      ))}
      .
    </p>
  );
}
