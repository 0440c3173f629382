import { memo } from 'react';
import type { NotebookCell } from '../../../engine/notebook/index.ts';
import { CellEditor } from '../editor/CellEditor.tsx';
import { CellControls } from '../outputs/CellControls.tsx';
import { CellOutputs } from '../outputs/CellOutputs.tsx';
import { useNotebook, useRun } from '../room/notebookContext.ts';
import { CellFrame } from './CellFrame.tsx';
import { CellMenu } from './CellMenu.tsx';
import styles from './cells.module.css';
import { diagnosticsOf } from './diagnostics.ts';
import { fromEditor } from './fromEditor.ts';
import { RunButton } from './RunButton.tsx';
import { useEditorHandle } from './useEditorHandle.ts';

interface Props {
  readonly section: string;
  readonly cell: Extract<NotebookCell, { kind: 'code' }>;
  /** Its number in its section, from 1. */
  readonly number: number;
  readonly stale: boolean;
  readonly names: readonly string[];
}

/** A cell of code: source, sliders, what it has put out. */
export const CodeCell = memo(function CodeCell({ section, cell, number, stale, names }: Props) {
  const { session, actions, places } = useNotebook();
  const run = useRun(cell.id);
  const editor = useEditorHandle(cell.id);
  const language = cell.language === 'ts' ? 'TypeScript' : 'JavaScript';
  return (
    <CellFrame
      id={cell.id}
      label={`Cell ${number}, ${language}${stale ? ', outputs from before' : ''}`}
      state={stale && run.status !== 'running' ? 'stale' : run.status}
    >
      <RunButton run={run} stale={stale} number={number} onRun={() => actions('run', cell.id)} />
      <div className={styles.body}>
        <CellEditor
          ref={editor}
          id={cell.id}
          label={`Source of cell ${number}`}
          source={cell.source}
          language={cell.language}
          names={names}
          diagnostics={diagnosticsOf(run, cell.source)}
          onChange={(source) => session.edit(section, cell.id, source)}
          onCommand={(command) => actions(fromEditor(command), cell.id)}
        />
        <CellControls
          controls={run.controls}
          onChange={(key, value) => session.setControl(cell.id, key, value)}
        />
        <CellOutputs
          outputs={run.outputs}
          stale={stale && run.status !== 'running'}
          onPlace={(place) => places.place(cell.id, place)}
        />
      </div>
      <CellMenu section={section} cell={cell} number={number} />
    </CellFrame>
  );
});
