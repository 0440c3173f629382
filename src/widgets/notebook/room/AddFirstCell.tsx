import { Button } from '../../controls/index.ts';
import { newCellId } from '../session/newCellId.ts';
import { useNotebook } from './notebookContext.ts';
import styles from './room.module.css';

/** A section whose cells were all deleted. */
export function AddFirstCell({ section }: { readonly section: string }) {
  const { document, places } = useNotebook();
  const add = () => {
    const id = newCellId();
    document.change(section, {
      type: 'insert',
      after: null,
      cell: { id, kind: 'code', language: 'ts', source: '' },
    });
    places.editor(id);
  };
  return (
    <p className={styles.empty}>
      No cells here.
      <Button icon="plus" onClick={add}>
        Add a cell
      </Button>
    </p>
  );
}
