import { addSection } from '../../../store/notebook.ts';
import { Button } from '../../controls/index.ts';
import { newCellId } from '../session/newCellId.ts';
import { ExportAll } from './ExportAll.tsx';
import { ImportNotebook } from './ImportNotebook.tsx';
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
    <section className={styles.section} aria-label="Your own sections">
      <div className={styles.add}>
        <Button icon="plus" onClick={() => void add()}>
          Add a section of your own
        </Button>
        <ImportNotebook />
        <ExportAll />
      </div>
      <p className={styles.note}>
        A section is a scope of its own, with the whole engine in it. Jupyter notebooks (.ipynb) become
        sections: their TypeScript and JavaScript cells run here, cells in other languages are shown as text.
      </p>
    </section>
  );
}
