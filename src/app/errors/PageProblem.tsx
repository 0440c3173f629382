import { useEffect, useRef } from 'react';
import { usePageTitle } from '../routing/usePageTitle.ts';
import styles from './PageProblem.module.css';

/** What happened, what was kept, what to do. */
export function PageProblem({ problem }: { problem: unknown }) {
  usePageTitle('This page stopped');
  const heading = useRef<HTMLHeadingElement>(null);
  // What had the focus may be gone with the page.
  useEffect(() => heading.current?.focus(), []);
  const message = problem instanceof Error ? problem.message : String(problem);
  return (
    <div className="prose" role="alert">
      <h1 ref={heading} tabIndex={-1}>
        This page stopped
      </h1>
      <p>{isMissingChunk(message) ? missingChunk : 'A part of this page failed while it was being drawn.'}</p>
      <p>
        Your notes, progress, decisions and settings are stored apart from the page and were not touched. The
        other pages go on working.
      </p>
      <p className={styles.actions}>
        <button type="button" onClick={() => location.reload()}>
          Reload this page
        </button>
        <a href="#/">Go to the start of the course</a>
      </p>
      <details>
        <summary>What the browser reported</summary>
        <pre className={styles.report}>{message}</pre>
      </details>
    </div>
  );
}

const missingChunk =
  'A file of this page could not be fetched. Either you are offline, or the site was replaced by a newer version while this tab was open. Reload when you are connected again.';

/** Chromium, Firefox and Safari each word a failed import in their own way. */
const isMissingChunk = (message: string): boolean =>
  /dynamically imported module|importing a module script failed|preload css/i.test(message);
