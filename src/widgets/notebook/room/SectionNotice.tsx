import { useStore } from 'zustand';
import type { NotebookSection } from '../../../engine/notebook/index.ts';
import { crashedCells, notebook, savedSection, trustSection } from '../../../store/notebook.ts';
import { usePersisted } from '../../../store/persist.ts';
import { Button } from '../../controls/index.ts';
import { useNotebook } from './notebookContext.ts';
import styles from './room.module.css';

/** Why a section does not run by itself: it came from outside, or the page died while it ran. */
export function SectionNotice({ section }: { readonly section: NotebookSection }) {
  const { session } = useNotebook();
  const { value } = usePersisted(notebook);
  const crashed = crashedCells();
  const paused = useStore(session, ({ runs }) =>
    section.cells.some(({ id }) => crashed.has(id) && (runs[id]?.status ?? 'never') === 'never'),
  );
  const untrusted = savedSection(value, section.id)?.trusted === false;
  if (!paused && !untrusted) return null;
  return (
    <div className={styles.warning} role="status">
      {paused && (
        <p>
          These cells were running when the page closed or died, so they wait. Your text is as you left it:
          look at it, then run it.
        </p>
      )}
      {untrusted && (
        <>
          <p>
            These cells came from a file or a link. They are shown and do not run by themselves: read them
            first. Whatever they do, they cannot reach the page, your notes or the network.
          </p>
          <Button onClick={() => void trustSection(section.id)}>I have read them</Button>
        </>
      )}
    </div>
  );
}
