import { useState } from 'react';
import type { NotebookCell } from '../../../engine/notebook/index.ts';
import { IconButton, Menu } from '../../controls/index.ts';
import { CellHistory } from '../room/CellHistory.tsx';
import { useNotebook } from '../room/notebookContext.ts';
import { ShareCells } from '../room/ShareCells.tsx';
import styles from './cells.module.css';

interface Props {
  readonly section: string;
  readonly cell: NotebookCell;
  readonly number: number;
}

type Choice =
  | 'edit'
  | 'moveUp'
  | 'moveDown'
  | 'insertAbove'
  | 'insertBelow'
  | 'convert'
  | 'language'
  | 'history'
  | 'share'
  | 'reset'
  | 'remove';

/** What can be done to a cell, beside running it. */
export function CellMenu({ section, cell, number }: Props) {
  const { actions, document } = useNotebook();
  const [shown, setShown] = useState<'history' | 'share'>();
  const title = document.sections.find(({ id }) => id === section)?.title ?? '';
  const code = cell.kind === 'code';
  const other = cell.kind === 'code' && cell.language === 'ts' ? 'js' : 'ts';
  const original = document.original(section, cell.id);
  const changed = original !== undefined && !sameCell(original, cell);

  const choose = (choice: Choice) => {
    if (choice === 'history' || choice === 'share') setShown(choice);
    else if (choice === 'convert') actions(code ? 'toMarkdown' : 'toCode', cell.id);
    else if (choice === 'language') {
      document.change(section, { type: 'convert', id: cell.id, to: other });
    } else if (choice === 'reset') document.reset(section, cell.id);
    else actions(choice, cell.id);
  };

  const items: readonly { key: Choice; label: string; when?: boolean }[] = [
    { key: 'edit', label: 'Edit', when: cell.kind === 'markdown' },
    { key: 'insertAbove', label: 'Add a cell above' },
    { key: 'moveUp', label: 'Move up' },
    { key: 'moveDown', label: 'Move down' },
    { key: 'convert', label: code ? 'Make it text' : 'Make it code', when: cell.kind !== 'foreign' },
    {
      key: 'language',
      label: other === 'js' ? 'Read it as JavaScript' : 'Read it as TypeScript',
      when: code,
    },
    { key: 'history', label: 'Earlier versions…' },
    { key: 'share', label: 'Share this cell…' },
    { key: 'reset', label: 'Reset to the original', when: changed },
    { key: 'remove', label: 'Delete' },
  ];

  return (
    <div className={styles.menu}>
      <IconButton
        icon="plus"
        label={`Add a cell below cell ${number}`}
        onClick={() => actions('insertBelow', cell.id)}
      />
      <Menu
        icon="more"
        label={`More for cell ${number}`}
        items={items.filter(({ when }) => when !== false)}
        onChoose={choose}
      />
      {shown === 'history' && (
        <CellHistory section={section} cell={cell} onClose={() => setShown(undefined)} />
      )}
      {shown === 'share' && <ShareCells title={title} cells={[cell]} onClose={() => setShown(undefined)} />}
    </div>
  );
}

function sameCell(a: NotebookCell, b: NotebookCell): boolean {
  const language = (cell: NotebookCell) => (cell.kind === 'code' ? cell.language : '');
  return a.kind === b.kind && a.source === b.source && language(a) === language(b);
}
