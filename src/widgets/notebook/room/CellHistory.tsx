import { useState } from 'react';
import type { NotebookCell } from '../../../engine/notebook/index.ts';
import { cellHistory, notebook } from '../../../store/notebook.ts';
import { usePersisted } from '../../../store/persist.ts';
import { Button, Dialog, ScrollBox } from '../../controls/index.ts';
import { useNotebook } from './notebookContext.ts';
import styles from './room.module.css';

interface Props {
  readonly section: string;
  readonly cell: NotebookCell;
  readonly onClose: () => void;
}

/** Earlier texts of a cell, newest first; one can be put back, which keeps the present one here. */
export function CellHistory({ section, cell, onClose }: Props) {
  const { document } = useNotebook();
  const { value } = usePersisted(notebook);
  const versions = cellHistory(value, cell.id).toReversed();
  const original = document.original(section, cell.id);
  const [chosen, setChosen] = useState(0);
  const texts = [
    ...versions.map(({ time, source }) => ({ name: new Date(time).toLocaleString(), source })),
    ...(original ? [{ name: 'The original', source: original.source }] : []),
  ];
  const shown = texts[chosen];
  const putBack = () => {
    if (!shown) return;
    const { id, source: previous } = cell;
    document.change(section, { type: 'edit', id, source: shown.source, previous });
    onClose();
  };
  return (
    <Dialog
      open
      size="wide"
      onClose={onClose}
      title="Earlier versions of this cell"
      actions={
        <Button kind="primary" disabled={!shown || shown.source === cell.source} onClick={putBack}>
          Put this version back
        </Button>
      }
    >
      {texts.length === 0 ? (
        <p>None yet. A version is kept at each run, and every half minute while you write.</p>
      ) : (
        <div className={styles.versions}>
          <label className={styles.versionChoice}>
            Version
            <select value={chosen} onChange={(event) => setChosen(Number(event.currentTarget.value))}>
              {texts.map(({ name }, index) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: two versions may be of the same second
                <option key={index} value={index}>
                  {name}
                </option>
              ))}
            </select>
          </label>
          <ScrollBox label="Text of the version" className={styles.version}>
            <pre>
              <code>{shown?.source}</code>
            </pre>
          </ScrollBox>
        </div>
      )}
    </Dialog>
  );
}
