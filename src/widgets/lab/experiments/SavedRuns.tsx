import { useId, useState } from 'react';
import type { LabRun } from '../../../store/labRuns.ts';
import { Button, Dialog, IconButton } from '../../controls/index.ts';
import styles from '../saved.module.css';

interface SavedRunsProps<R extends LabRun> {
  readonly saved: readonly R[];
  /** Id of the run in the picture above. */
  readonly shown: string | undefined;
  /** A run in a few words. */
  readonly line: (run: R) => string;
  readonly onShow: (id: string) => void;
  readonly onDelete: (id: string) => void;
}

/** Every run of an experiment kept in this browser, newest first; one of them is shown. */
export function SavedRuns<R extends LabRun>({ saved, shown, line, onShow, onDelete }: SavedRunsProps<R>) {
  const name = useId();
  const [asked, setAsked] = useState<R | null>(null);
  if (saved.length === 0) return null;
  const remove = () => {
    if (asked) onDelete(asked.id);
    setAsked(null);
  };
  return (
    <section className={styles.saved} aria-label="Saved runs">
      <h2>Saved runs</h2>
      <p className={styles.note}>Kept in this browser. Choose the one to show above.</p>
      <ul className={styles.list}>
        {saved.toReversed().map((run) => (
          <li key={run.id} className={styles.item}>
            <label className={styles.pick}>
              <input type="radio" name={name} checked={run.id === shown} onChange={() => onShow(run.id)} />
              <span className={styles.what}>{line(run)}</span>
            </label>
            <span className={styles.value}>{run.fingerprint.slice(0, 9)}</span>
            <span className={styles.when}>
              <time dateTime={run.createdAt}>{new Date(run.createdAt).toLocaleString('en-GB')}</time>
              {run.imported && <span>imported</span>}
            </span>
            <IconButton icon="trash" label={`Delete ${line(run)}`} onClick={() => setAsked(run)} />
          </li>
        ))}
      </ul>
      <Dialog
        open={asked !== null}
        title="Delete this run?"
        onClose={() => setAsked(null)}
        actions={
          <>
            <Button kind="quiet" onClick={() => setAsked(null)}>
              Keep
            </Button>
            <Button onClick={remove}>Delete</Button>
          </>
        }
      >
        <p>Its raw data are deleted from this browser. Export it first if you want to keep them.</p>
      </Dialog>
    </section>
  );
}
