import { useState } from 'react';
import { deleteMeasurement, type Measurement } from '../../store/measurements.ts';
import { Button, Dialog, IconButton } from '../controls/index.ts';
import { formatMs } from './formats.ts';
import styles from './saved.module.css';
import { batchBeside } from './words.ts';

interface SavedListProps {
  readonly saved: readonly Measurement[];
  readonly sentToLesson: string | null;
  /** Ids of the measurements in the results above. */
  readonly shown: readonly string[];
  readonly onShow: (ids: readonly string[]) => void;
  readonly onDelete: (id: string) => void;
}

/** Every measurement kept in this browser, newest first. */
export function SavedList({ saved, sentToLesson, shown, onShow, onDelete }: SavedListProps) {
  const [asked, setAsked] = useState<Measurement | null>(null);
  if (saved.length === 0) return null;
  const toggle = (id: string, on: boolean) =>
    onShow(on ? [...shown, id] : shown.filter((other) => other !== id));
  const remove = () => {
    if (!asked) return;
    onDelete(asked.id);
    onShow(shown.filter((id) => id !== asked.id));
    setAsked(null);
    deleteMeasurement(asked.id);
  };
  return (
    <section className={styles.saved} aria-label="Saved measurements">
      <h2>Saved measurements</h2>
      <p className={styles.note}>Kept in this browser. Tick the ones to show above.</p>
      <ul className={styles.list}>
        {saved.toReversed().map((measurement) => (
          <li key={measurement.id} className={styles.item}>
            <label className={styles.pick}>
              <input
                type="checkbox"
                checked={shown.includes(measurement.id)}
                onChange={(event) => toggle(measurement.id, event.currentTarget.checked)}
              />
              <span className={styles.what}>{nameAndBatch(measurement)}</span>
            </label>
            <span className={styles.value}>p50 {formatMs(measurement.report.p50.value)}</span>
            <span className={styles.when}>
              <time dateTime={measurement.createdAt}>
                {new Date(measurement.createdAt).toLocaleString('en-GB')}
              </time>
              {measurement.imported && <span>imported</span>}
              {sentToLesson === measurement.id && <span className={styles.sent}>in lesson 2.4</span>}
            </span>
            <IconButton
              icon="trash"
              label={`Delete ${nameAndBatch(measurement)}`}
              onClick={() => setAsked(measurement)}
            />
          </li>
        ))}
      </ul>
      <Dialog
        open={asked !== null}
        title="Delete this measurement?"
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
        <p>
          Its raw samples are deleted from this browser. Export it first if you want to keep them.
          {asked && asked.id === sentToLesson && ' Lesson 2.4 then shows no measurement.'}
        </p>
      </Dialog>
    </section>
  );
}

const nameAndBatch = (measurement: Measurement): string =>
  [measurement.name, batchBeside(measurement)].filter(Boolean).join(', ');
