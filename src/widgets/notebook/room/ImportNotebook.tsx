import { useState } from 'react';
import { limits } from '../../../engine/notebook/index.ts';
import { ImportRefused } from '../../../store/importJson.ts';
import { addSection } from '../../../store/notebook.ts';
import { FileButton } from '../../controls/index.ts';
import { importIpynb } from '../files/index.ts';
import { newCellId } from '../session/newCellId.ts';
import { useNotebook } from './notebookContext.ts';
import styles from './room.module.css';

/** Brings a Jupyter notebook in as a section of the reader's own. */
export function ImportNotebook() {
  const { document, places } = useNotebook();
  const [said, setSaid] = useState<readonly string[]>([]);

  const read = async (file: File) => {
    if (file.size > largestFile) {
      setSaid([`The file is larger than ${largestFile / 1e6} MB. Nothing was changed.`]);
      return;
    }
    try {
      const { section, notices, trusted } = importIpynb(await file.text(), {
        sectionId: newCellId(),
        freshId: newCellId,
        taken: new Set(document.sections.flatMap(({ cells }) => cells.map(({ id }) => id))),
        title: file.name.replace(/\.ipynb$/i, ''),
      });
      await addSection(section, trusted);
      setSaid([`“${section.title}” stands at the end, with ${section.cells.length} cells.`, ...notices]);
      const [first] = section.cells;
      if (first) places.cell(first.id);
    } catch (error) {
      if (!(error instanceof ImportRefused) && !(error instanceof Error)) throw error;
      setSaid([error.message]);
    }
  };

  return (
    <>
      <FileButton
        accept=".ipynb,application/x-ipynb+json,application/json"
        onFile={(file) => void read(file)}
      >
        Import .ipynb
      </FileButton>
      {said.length > 0 && (
        <ul role="status" className={styles.said}>
          {said.map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
      )}
    </>
  );
}

/** Bytes; a file of outputs with pictures can be long, its sources cannot. */
const largestFile = 200 * limits.source;
