import { Dialog } from '../../controls/index.ts';
import { keySheet } from '../session/keys.ts';
import styles from './room.module.css';

const modes = [
  { mode: 'both', title: 'Anywhere in a cell' },
  { mode: 'edit', title: 'While you edit' },
  { mode: 'command', title: 'With the focus on the cell itself' },
] as const;

/** The notebook's keys, as people know them from Jupyter. */
export function KeySheet({ open, onClose }: { readonly open: boolean; readonly onClose: () => void }) {
  return (
    <Dialog open={open} onClose={onClose} title="Keys of the notebook">
      {modes.map(({ mode, title }) => (
        <section key={mode} className={styles.keys}>
          <h3>{title}</h3>
          <dl>
            {keySheet
              .filter((entry) => entry.mode === mode)
              .map(({ keys, does }) => (
                <div key={keys}>
                  <dt>{keys}</dt>
                  <dd>{does}</dd>
                </div>
              ))}
          </dl>
        </section>
      ))}
      <p className={styles.keysNote}>
        Arrow up on the first line of a cell, or down on its last, goes into the cell beside it.
      </p>
    </Dialog>
  );
}
