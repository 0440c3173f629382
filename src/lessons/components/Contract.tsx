import type { ReactNode } from 'react';
import styles from './Contract.module.css';
import { LessonSection } from './sections/LessonSection.tsx';

interface Props {
  readonly title?: string;
  /** Clause by clause: input, output, precondition, SLI, rule, action, log, owner … */
  readonly rows: readonly (readonly [clause: string, says: ReactNode])[];
}

/** What production holds the lesson's topic to. */
export function Contract({ title, rows }: Props) {
  return (
    <LessonSection title={title}>
      <dl className={styles.contract}>
        {rows.map(([clause, says]) => (
          <div key={clause}>
            <dt>{clause}</dt>
            <dd>{says}</dd>
          </div>
        ))}
      </dl>
    </LessonSection>
  );
}
