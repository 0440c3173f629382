import type { ReactNode } from 'react';
import styles from './controls.module.css';
import { Icon } from './icons.tsx';

/**
 * Something folded away under a line of text.
 *
 *     <Disclosure summary="More settings">…</Disclosure>
 */
export interface DisclosureProps {
  readonly summary: string;
  readonly children: ReactNode;
}

export function Disclosure({ summary, children }: DisclosureProps) {
  return (
    <details className={styles.disclosure}>
      <summary className={styles.summary}>
        <Icon name="chevron" size={16} />
        {summary}
      </summary>
      {children}
    </details>
  );
}
