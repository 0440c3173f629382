import type { ReactNode } from 'react';
import { FailureRow } from './FailureRow.tsx';
import styles from './Failures.module.css';

import { useLesson } from './lessonContext.ts';
import { LessonSection } from './sections/LessonSection.tsx';

export interface Failure {
  readonly failure: ReactNode;
  readonly cause: ReactNode;
  /** Where it shows. */
  readonly signal: ReactNode;
  readonly mitigation: ReactNode;
  /** Id of the widget's fault that shows it; without one the row is only told. */
  readonly fault?: string;
}

interface Props {
  readonly title?: string;
  /** Default: the lesson's own widget. */
  readonly widget?: string;
  readonly rows: readonly Failure[];
}

const columns = ['Failure', 'Cause', 'Signal', 'Mitigation'] as const;

/** What goes wrong in production, and a button to make it go wrong here. */
export function Failures({ title, widget, rows }: Props) {
  const lesson = useLesson();
  const target = widget ?? lesson.widget;
  return (
    <LessonSection title={title} className="lesson-wide">
      <table className={styles.failures}>
        <caption className="visually-hidden">Failures, their causes and signals, and what helps</caption>
        <thead>
          <tr>
            {columns.map((name) => (
              <th key={name} scope="col">
                {name}
              </th>
            ))}
            <th scope="col">
              <span className="visually-hidden">See it happen</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the rows of a lesson are fixed
            <FailureRow key={index} row={row} target={target} />
          ))}
        </tbody>
      </table>
    </LessonSection>
  );
}
