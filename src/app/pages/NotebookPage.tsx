import { use } from 'react';
import { useSearch } from 'wouter';
import { findLesson } from '../../lessons/catalog.ts';
import { loadDemos } from '../../lessons/notebookSections.ts';
import { NotebookRoom } from '../../widgets/notebook/index.ts';
import { usePageTitle } from '../routing/usePageTitle.ts';
import { PageHead } from './PageHead.tsx';
import styles from './page.module.css';

const demos = loadDemos().then((sections) =>
  sections.map((section) => ({
    ...section,
    // A lesson that is not written yet has no page to lead to.
    href: findLesson(section.id)?.written ? `#/lesson/${section.id}` : undefined,
  })),
);

/** The demos of all lessons in one notebook, and the reader's own cells after them. */
export default function NotebookPage() {
  usePageTitle('Notebook');
  const shipped = use(demos);
  const query = useSearch();
  return (
    <div className={styles.page}>
      <PageHead title="Notebook">
        The demos of the course, one section a lesson. Everything here runs in this page, in a sandbox without
        network or storage: change a number and see what follows from it. What you write is saved in this
        browser.
      </PageHead>
      <NotebookRoom shipped={shipped} query={query} />
    </div>
  );
}
