import { useLesson } from '../lessonContext.ts';
import styles from './margin.module.css';

/** Terms that the lesson's front matter defines, all or some of them, as a side note. */
export function Terms({ only }: { only?: readonly string[] }) {
  const { id, terms } = useLesson();
  const missing = only?.find((name) => !terms.some(({ term }) => term === name));
  if (missing) throw new RangeError(`lesson ${id} defines no term: ${missing}`);
  const shown = only ? terms.filter(({ term }) => only.includes(term)) : terms;
  if (shown.length === 0) return null;
  return (
    <dl className={styles.aside}>
      {shown.map(({ term, meaning }) => (
        <div key={term}>
          <dt className={styles.asideTitle}>{term}</dt>
          <dd>{meaning}</dd>
        </div>
      ))}
    </dl>
  );
}
