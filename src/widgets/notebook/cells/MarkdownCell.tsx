import { memo, useEffect, useState } from 'react';
import type { NotebookCell } from '../../../engine/notebook/index.ts';
import { Button } from '../../controls/index.ts';
import { CellEditor, type EditorCommand } from '../editor/CellEditor.tsx';
import { Markdown } from '../markdown/Markdown.tsx';
import { useNotebook } from '../room/notebookContext.ts';
import { CellFrame } from './CellFrame.tsx';
import { CellMenu } from './CellMenu.tsx';
import styles from './cells.module.css';
import { fromEditor } from './fromEditor.ts';
import { useEditorHandle } from './useEditorHandle.ts';

interface Props {
  readonly section: string;
  readonly cell: Extract<NotebookCell, { kind: 'markdown' }>;
  readonly number: number;
}

const closing: ReadonlySet<EditorCommand> = new Set(['run', 'runAndAdvance', 'runAndInsert', 'leave']);

/** A cell of prose: set, or being written. Enter or a double click opens it, running it sets it again. */
export const MarkdownCell = memo(function MarkdownCell({ section, cell, number }: Props) {
  const { document, actions, places } = useNotebook();
  const [open, setOpen] = useState(false);
  const editor = useEditorHandle(cell.id);

  useEffect(() => places.onOpen(cell.id, () => setOpen(true)), [cell.id, places]);

  const command = (asked: EditorCommand) => {
    if (closing.has(asked)) setOpen(false);
    actions(asked === 'run' ? 'leave' : fromEditor(asked), cell.id);
  };

  return (
    <CellFrame id={cell.id} label={`Cell ${number}, text`} state="text">
      <div className={styles.gutter} />
      <div className={styles.body}>
        {open ? (
          <>
            <CellEditor
              ref={editor}
              id={cell.id}
              label={`Text of cell ${number}`}
              source={cell.source}
              language="markdown"
              onChange={(source) => document.edit(section, cell.id, source)}
              onCommand={command}
            />
            <div className={styles.textActions}>
              <Button icon="check" onClick={() => command('run')}>
                Done
              </Button>
            </div>
          </>
        ) : (
          // biome-ignore lint/a11y/noStaticElementInteractions: a shortcut for the pointer; Enter and the menu do the same
          <div className={styles.text} onDoubleClick={() => places.editor(cell.id)}>
            {cell.source.trim() === '' ? (
              <p className={styles.emptyText}>An empty text cell. Press Enter to write in it.</p>
            ) : (
              <Markdown source={cell.source} />
            )}
          </div>
        )}
      </div>
      <CellMenu section={section} cell={cell} number={number} />
    </CellFrame>
  );
});
