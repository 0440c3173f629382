import type { NotebookCell } from '../../../engine/notebook/index.ts';
import { ScrollBox } from '../../controls/index.ts';
import { CellFrame } from './CellFrame.tsx';
import { CellMenu } from './CellMenu.tsx';
import styles from './cells.module.css';

interface Props {
  readonly section: string;
  readonly cell: Extract<NotebookCell, { kind: 'foreign' }>;
  readonly number: number;
}

/** Code of an imported notebook in a language that the page does not run: to read, and to export again. */
export function ForeignCell({ section, cell, number }: Props) {
  return (
    <CellFrame id={cell.id} label={`Cell ${number}, ${cell.languageName}, to read only`} state="text">
      <div className={styles.gutter} />
      <div className={styles.body}>
        <p className={styles.foreignNote}>
          {cell.languageName}: shown as it came, and exported again unchanged. This page runs TypeScript and
          JavaScript only.
        </p>
        <ScrollBox label={`Source of cell ${number}`} className={styles.foreign}>
          <pre>
            <code>{cell.source}</code>
          </pre>
        </ScrollBox>
      </div>
      <CellMenu section={section} cell={cell} number={number} />
    </CellFrame>
  );
}
