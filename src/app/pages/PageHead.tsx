import type { ReactNode } from 'react';
import styles from './page.module.css';

interface Props {
  readonly title: string;
  /** A line over the title: where the page belongs. */
  readonly over?: ReactNode;
  /** What the page is for, in a sentence or two. */
  readonly children?: ReactNode;
}

export function PageHead({ title, over, children }: Props) {
  return (
    <header className={styles.head}>
      {over && <p className={styles.over}>{over}</p>}
      <h1>{title}</h1>
      {children && <p className={styles.lede}>{children}</p>}
    </header>
  );
}
