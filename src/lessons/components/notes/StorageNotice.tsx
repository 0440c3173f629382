import { type PersistedStore, usePersisted } from '../../../store/persist.ts';
import { Button, Icon, saveText } from '../../../widgets/controls/index.ts';
import styles from './notes.module.css';

interface Props {
  /** What the store keeps, as the reader calls it: “progress”. */
  readonly what: string;
  readonly store: PersistedStore<unknown>;
}

/** Tells when saved state is not what the reader would expect, and offers what helps. Shows nothing otherwise. */
export function StorageNotice({ what, store }: Props) {
  const { status, problem } = usePersisted(store);
  if (problem === undefined) return null;
  const exportCopy = async () => {
    saveText(`${what}-set-aside.json`, 'application/json', await store.exportQuarantined());
  };
  return (
    <div className={styles.notice} role="status">
      <Icon name="warning" />
      <p>
        <strong>Your {what}.</strong> {problem}
      </p>
      {status === 'unsaved' && <Button onClick={() => void store.retry()}>Try again</Button>}
      {status === 'newer' && <Button onClick={() => location.reload()}>Reload</Button>}
      {status === 'quarantined' && (
        <>
          <Button onClick={() => void exportCopy()}>Export it</Button>
          <Button kind="quiet" onClick={() => void store.discardQuarantined()}>
            Throw it away
          </Button>
        </>
      )}
    </div>
  );
}
