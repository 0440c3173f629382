import { addSection } from '../../../store/notebook.ts';
import { Button } from '../../controls/index.ts';
import { newCellId } from '../session/newCellId.ts';
import { useNotebook } from './notebookContext.ts';
import styles from './room.module.css';

/** Begins a section of the reader's own, with one empty cell. */
export function AddSection() {
  const { places } = useNotebook();
  const add = async () => {
    const cell = { id: newCellId(), kind: 'code', language: 'ts', source: '' } as const;
    const added = addSection({ id: newCellId(), title: 'Your own cells', cells: [cell] });
    places.editor(cell.id);
    await added;
  };
  return (
    <p className={styles.add}>
      <Button icon="plus" onClick={() => void add()}>
        Add a section of your own
      </Button>
      Its cells have a scope of their own, with the whole engine in it.
    </p>
  );
}
