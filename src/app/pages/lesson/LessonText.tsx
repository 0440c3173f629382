import type { MDXContent } from 'mdx/types';
import { useCallback, useEffect, useState } from 'react';
import { lessonComponents } from '../../../lessons/components/components.ts';
import { Button } from '../../../widgets/controls/index.ts';
import styles from './lesson.module.css';

export type LoadText = (id: string) => Promise<MDXContent>;

interface Props {
  readonly id: string;
  readonly load: LoadText;
  /** The text, when it has been loaded ahead. */
  readonly arrived?: MDXContent | undefined;
}

type State = { kind: 'loading' } | { kind: 'ready'; Text: MDXContent } | { kind: 'failed'; reason: string };

/** The text of a lesson, fetched when it is opened; says what to do when it does not come. */
export function LessonText({ id, load, arrived }: Props) {
  const [state, setState] = useState<State>(arrived ? { kind: 'ready', Text: arrived } : { kind: 'loading' });

  const fetchText = useCallback(() => {
    let current = true;
    const show = (next: State) => current && setState(next);
    load(id).then(
      (Text) => show({ kind: 'ready', Text }),
      (error: unknown) =>
        show({ kind: 'failed', reason: error instanceof Error ? error.message : String(error) }),
    );
    return () => {
      current = false;
    };
  }, [id, load]);

  const { kind } = state;
  useEffect(() => (kind === 'loading' ? fetchText() : undefined), [kind, fetchText]);

  if (state.kind === 'loading') {
    return (
      <div className={styles.loading} aria-busy="true">
        <p className="visually-hidden">The lesson is loading.</p>
      </div>
    );
  }
  if (state.kind === 'ready') {
    return (
      <div className="lesson-text">
        <state.Text components={lessonComponents} />
      </div>
    );
  }
  return (
    <div role="alert" className={styles.failed}>
      <p>The text of this lesson could not be loaded ({state.reason}).</p>
      <p>
        Your notes and progress are kept. Check the connection, then try again; if that does not help, reload.
      </p>
      <p className={styles.ways}>
        <Button onClick={fetchText}>Try again</Button>
        <Button kind="quiet" onClick={() => location.reload()}>
          Reload the page
        </Button>
      </p>
    </div>
  );
}
