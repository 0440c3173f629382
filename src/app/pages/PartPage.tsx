import { lazy, Suspense } from 'react';
import { type CatalogPart, parts } from '../../lessons/catalog.ts';
import { useSettings } from '../../store/settings.ts';
import { usePageTitle } from '../routing/usePageTitle.ts';
import { Choice } from './Choice.tsx';
import { LessonList } from './LessonList.tsx';
import { PageHead } from './PageHead.tsx';
import styles from './PartPage.module.css';

// Lesson text, formulas and widgets are fetched only by those who want them here.
const WholePart = lazy(() => import('./WholePart.tsx'));

const views = { split: 'List', page: 'One page' } as const;

/** A part of the course: its lessons as a list, or the written ones after each other on this page. */
export default function PartPage({ part }: { part: CatalogPart }) {
  usePageTitle(`Part ${part.number}: ${part.title}`);
  const view = useSettings((state) => state.partView);
  const setView = useSettings((state) => state.setPartView);
  const written = part.lessons.filter((lesson) => lesson.written);
  return (
    <>
      <PageHead title={part.title} over={`Part ${part.number} of ${parts.length}`} />
      {written.length > 0 && (
        <div className={styles.view}>
          <Choice legend="Show lessons as" options={views} chosen={view} onChoose={setView} />
        </div>
      )}
      <LessonList part={part} />
      {view === 'page' && (
        <Suspense>
          <WholePart lessons={written} />
        </Suspense>
      )}
      <Turn part={part} />
    </>
  );
}

/** The parts before and after. */
function Turn({ part }: { part: CatalogPart }) {
  const before = parts.find((candidate) => candidate.number === part.number - 1);
  const after = parts.find((candidate) => candidate.number === part.number + 1);
  return (
    <nav className={styles.turn} aria-label="Parts before and after">
      {before && (
        <a href={`#/part/${before.number}`}>
          <span>Part {before.number}</span>
          {before.title}
        </a>
      )}
      {after && (
        <a href={`#/part/${after.number}`} className={styles.after}>
          <span>Part {after.number}</span>
          {after.title}
        </a>
      )}
    </nav>
  );
}
