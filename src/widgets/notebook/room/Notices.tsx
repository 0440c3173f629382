import { useStore } from 'zustand';
import { notebook } from '../../../store/notebook.ts';
import { usePersisted } from '../../../store/persist.ts';
import { useNotebook } from './notebookContext.ts';
import styles from './room.module.css';

/** What the reader must know of saving, and why a change was not made. */
export function Notices() {
  const { session } = useNotebook();
  const refused = useStore(session, (state) => state.refused);
  const { problem } = usePersisted(notebook);
  return (
    <div role="status" className={styles.notices}>
      {refused && <p>{refused} Nothing was changed.</p>}
      {problem && <p>{problem}</p>}
    </div>
  );
}
