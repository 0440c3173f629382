import { lazy, Suspense } from 'react';
import styles from './markdown.module.css';

const SetText = lazy(() => import('./SetText.tsx'));

/**
 * A reader's Markdown: tables, task lists, footnotes and formulas; no HTML, no pictures, and only links that lead
 * somewhere harmless. What reads it is loaded with the first text; until then its source stands there.
 *
 *     <Markdown source={cell.source} />
 */
export interface MarkdownProps {
  readonly source: string;
  /** Level of the heading that `#` makes, so that a text fits into the page round it. */
  readonly headingLevel?: 1 | 2 | 3 | 4;
}

export function Markdown({ source, headingLevel = 3 }: MarkdownProps) {
  return (
    <Suspense fallback={<div className={styles.waiting}>{source}</div>}>
      <SetText source={source} headingLevel={headingLevel} />
    </Suspense>
  );
}
