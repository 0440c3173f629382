import type { ReactNode } from 'react';
import { lessonProgress, tick, useProgress } from '../../store/progress.ts';
import styles from './Checklist.module.css';
import { Option } from './check/Option.tsx';
import { useLesson } from './lessonContext.ts';
import { LessonSection } from './sections/LessonSection.tsx';
import { slug } from './sections/slug.ts';

export interface ChecklistItem {
  /** Names the item within its lesson; the tick is saved under it. A plain text is its own name. */
  readonly id: string;
  readonly text: ReactNode;
}

/** Things to have in place before one calls it production; the ticks are saved. */
export function Checklist({ title, items }: { title?: string; items: readonly (string | ChecklistItem)[] }) {
  const lesson = useLesson();
  const listed = items.map((item) =>
    typeof item === 'string' ? { id: slug(item).slice(0, 60), text: item } : item,
  );
  const { ticks } = useProgress((all) => lessonProgress(all, lesson.id));
  const done = listed.filter(({ id }) => ticks.includes(id)).length;
  return (
    <LessonSection title={title}>
      <ul className={styles.items}>
        {listed.map(({ id, text }) => (
          <li key={id}>
            <Option
              kind="checkbox"
              checked={ticks.includes(id)}
              onChange={(ticked) => void tick(lesson.id, id, ticked)}
            >
              {text}
            </Option>
          </li>
        ))}
      </ul>
      <p className={styles.count} aria-live="polite">
        {done} of {items.length} in place
      </p>
    </LessonSection>
  );
}
