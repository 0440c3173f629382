import { useState } from 'react';
import { documentLimits, type NotebookSection } from '../../../engine/notebook/index.ts';
import { renameSection } from '../../../store/notebook.ts';
import { Button, Dialog } from '../../controls/index.ts';
import styles from './room.module.css';

interface Props {
  readonly section: NotebookSection;
  readonly onClose: () => void;
}

/** Asks for another title of a section of the reader's own. */
export function RenameSection({ section, onClose }: Props) {
  const [title, setTitle] = useState(section.title);
  const save = () => {
    void renameSection(section.id, title.trim());
    onClose();
  };
  return (
    <Dialog
      open
      onClose={onClose}
      title="Rename the section"
      actions={
        <Button kind="primary" disabled={title.trim() === ''} onClick={save}>
          Rename
        </Button>
      }
    >
      <label className={styles.rename}>
        Title
        <input
          value={title}
          maxLength={documentLimits.title}
          onChange={(event) => setTitle(event.currentTarget.value)}
          onKeyDown={(event) => event.key === 'Enter' && title.trim() !== '' && save()}
        />
      </label>
    </Dialog>
  );
}
