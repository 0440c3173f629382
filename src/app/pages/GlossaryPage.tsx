import { parts } from '../../lessons/catalog.ts';
import { usePageTitle } from '../routing/usePageTitle.ts';
import styles from './GlossaryPage.module.css';
import { PageHead } from './PageHead.tsx';

const entries = parts
  .flatMap((part) => part.lessons)
  .flatMap((lesson) => lesson.terms.map((term) => ({ ...term, lesson: lesson.id })))
  .sort((a, b) => a.term.localeCompare(b.term, 'en'));

/** Every term that a written lesson defines, in alphabetical order. */
export default function GlossaryPage() {
  usePageTitle('Glossary');
  return (
    <>
      <PageHead title="Glossary">
        A term keeps one meaning through the whole course. Each entry leads to the lesson that defines it.
      </PageHead>
      {entries.length === 0 ? (
        <p className="prose">No lesson has defined a term yet.</p>
      ) : (
        <dl className={styles.terms}>
          {entries.map((entry) => (
            <div key={`${entry.lesson} ${entry.term}`} className={styles.term}>
              <dt>{entry.term}</dt>
              <dd>
                {entry.meaning} <a href={`#/lesson/${entry.lesson}`}>Lesson {entry.lesson}</a>
              </dd>
            </div>
          ))}
        </dl>
      )}
    </>
  );
}
