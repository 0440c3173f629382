import { useEffect, useState } from 'react';
import type { NotebookSection } from '../../../engine/notebook/index.ts';
import { addSection, notebook } from '../../../store/notebook.ts';
import { decodeShared } from '../files/index.ts';
import { newCellId } from '../session/newCellId.ts';
import { useNotebook } from './notebookContext.ts';
import styles from './room.module.css';

/** Cells that the address carries come to stand at the end, untrusted; one that is there already is only shown. */
export function Incoming({ query }: { readonly query: string }) {
  const { document, places } = useNotebook();
  const [notice, setNotice] = useState<string>();

  useEffect(() => {
    let here = true;
    const take = async () => {
      const shared = await decodeShared(query, newCellId());
      await notebook.loaded;
      if (!here || shared.kind === 'none') return;
      if (shared.kind === 'refused') {
        setNotice(shared.notice);
        return;
      }
      const known = document.sections.find((section) => sameTexts(section, shared.section));
      const section = known ?? shared.section;
      const [first] = section.cells;
      if (first) places.cell(first.id);
      if (!known) await addSection(section, shared.trusted);
      setNotice(`“${section.title}” came with the link. Its cells are shown and run only when you run them.`);
    };
    take().catch(
      (error: unknown) => here && setNotice(error instanceof Error ? error.message : String(error)),
    );
    return () => {
      here = false;
    };
  }, [query, document, places]);

  return notice === undefined ? null : (
    <p role="status" className={styles.incoming}>
      {notice}
    </p>
  );
}

function sameTexts(a: NotebookSection, b: NotebookSection): boolean {
  return (
    a.title === b.title &&
    a.cells.length === b.cells.length &&
    a.cells.every(
      ({ kind, source }, index) => b.cells[index]?.kind === kind && b.cells[index]?.source === source,
    )
  );
}
