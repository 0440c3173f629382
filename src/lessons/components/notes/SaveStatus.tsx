import type { PersistedState } from '../../../store/persist.ts';
import { Icon } from '../../../widgets/controls/index.ts';
import styles from './notes.module.css';

/** Whether what stands in the field is on the disk: saved, saving, or why not. */
export function SaveStatus({ state, started }: { state: PersistedState<unknown>; started: boolean }) {
  const { status, saving, problem } = state;
  const trouble = status === 'unsaved' || status === 'newer';
  return (
    <span className={styles.status} role="status" data-trouble={trouble}>
      {trouble ? problem : started && status !== 'loading' && <Saved saving={saving} />}
    </span>
  );
}

function Saved({ saving }: { saving: boolean }) {
  if (saving) return 'Saving';
  return (
    <>
      <Icon name="check" size={16} />
      Saved
    </>
  );
}
