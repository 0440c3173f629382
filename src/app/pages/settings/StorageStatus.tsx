import { evidence } from '../../../store/evidence.ts';
import { notebook } from '../../../store/notebook.ts';
import { notes } from '../../../store/notes.ts';
import { type PersistedStatus, type PersistedStore, usePersisted } from '../../../store/persist.ts';
import { progress } from '../../../store/progress.ts';
import { Button, saveText, today } from '../../../widgets/controls/index.ts';
import styles from '../page.module.css';
import table from './StorageStatus.module.css';

const words: Record<PersistedStatus, string> = {
  loading: 'Being read',
  ready: 'Saved in this browser',
  unsaved: 'Not saved',
  newer: 'Read-only',
  quarantined: 'Saved; earlier data set aside',
};

/** Whether what the reader made is safely stored, for each store, and what to do where it is not. */
export function StorageStatus() {
  return (
    <section className={styles.section}>
      <h2>Storage</h2>
      <dl className={table.stores}>
        <StoreRow title="Progress" name="progress" store={progress} />
        <StoreRow title="Notes" name="notes" store={notes} />
        <StoreRow title="Notebooks" name="notebook" store={notebook} />
        <StoreRow title="Evidence" name="evidence" store={evidence} />
      </dl>
    </section>
  );
}

interface RowProps<T> {
  readonly title: string;
  readonly name: string;
  readonly store: PersistedStore<T>;
}

function StoreRow<T>({ title, name, store }: RowProps<T>) {
  const { status, problem } = usePersisted(store);
  const keepCopy = async () =>
    saveText(`${name}-set-aside-${today()}.json`, 'application/json', await store.exportQuarantined());
  return (
    <div className={table.row}>
      <dt>{title}</dt>
      <dd>
        <p data-status={status} className={table.status}>
          {words[status]}
        </p>
        {problem && <p className={table.problem}>{problem}</p>}
        {status === 'unsaved' && <Button onClick={() => store.retry()}>Try again</Button>}
        {status === 'quarantined' && (
          <div className={styles.actions}>
            <Button onClick={keepCopy}>Export what was set aside</Button>
            <Button kind="quiet" onClick={() => store.discardQuarantined()}>
              Discard it
            </Button>
          </div>
        )}
      </dd>
    </div>
  );
}
