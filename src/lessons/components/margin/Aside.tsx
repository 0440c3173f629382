import type { ReactNode } from 'react';
import styles from './margin.module.css';

/** A side note: in the margin where there is one, between the paragraphs elsewhere. */
export function Aside({ title, children }: { title?: string; children: ReactNode }) {
  return (
    <div role="note" className={styles.aside}>
      {title && <p className={styles.asideTitle}>{title}</p>}
      {children}
    </div>
  );
}
