import { neighbours } from '../../../lessons/catalog.ts';
import { lessonProgress, markDone, useProgress } from '../../../store/progress.ts';
import { Button } from '../../../widgets/controls/index.ts';
import styles from './lesson.module.css';

/** The end of a lesson: call it done, go on or back. */
export function LessonTurn({ id }: { id: string }) {
  const { done } = useProgress((all) => lessonProgress(all, id));
  const { previous, next } = neighbours(id);
  return (
    <footer className={styles.turn}>
      <Button
        kind={done ? 'quiet' : 'primary'}
        icon={done ? 'check' : undefined}
        aria-pressed={done}
        onClick={() => void markDone(id, !done)}
      >
        {done ? 'Done' : 'Mark as done'}
      </Button>
      <nav aria-label="Lessons before and after" className={styles.turnLinks}>
        {previous && (
          <a href={`#/lesson/${previous.id}`}>
            <span>Before: {previous.id}</span>
            {previous.title}
          </a>
        )}
        {next && (
          <a href={`#/lesson/${next.id}`} className={styles.next}>
            <span>Next: {next.id}</span>
            {next.title}
          </a>
        )}
      </nav>
    </footer>
  );
}
