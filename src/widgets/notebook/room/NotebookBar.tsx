import { useStore } from 'zustand';
import { notebook, savedSection } from '../../../store/notebook.ts';
import { usePersisted } from '../../../store/persist.ts';
import { formatDuration } from '../../chart/index.ts';
import { Button, IconButton } from '../../controls/index.ts';
import type { SessionState } from '../session/session.ts';
import { codeCells } from './codeCells.ts';
import { ImportNotebook } from './ImportNotebook.tsx';
import { useNotebook } from './notebookContext.ts';
import styles from './room.module.css';

/** Run all, stop, restart, undo, files, and in words how the notebook stands. */
export function NotebookBar({ onHelp }: { readonly onHelp: () => void }) {
  const { session, document } = useNotebook();
  const state = useStore(session);
  const running = state.kernel === 'running';
  const { value } = usePersisted(notebook);
  // What came from outside runs only by its own button, until the reader has said that they read it.
  const trusted = state.sections.filter(({ id }) => savedSection(value, id)?.trusted !== false);
  const all = trusted.flatMap(codeCells);
  return (
    <div className={styles.bar} role="toolbar" aria-label="Notebook">
      <Button kind="primary" icon="play" onClick={() => session.run(all)}>
        Run all
      </Button>
      <Button icon="stop" disabled={!running} onClick={() => session.stop()}>
        Stop
      </Button>
      <IconButton
        icon="reset"
        label="Restart: forget all values"
        disabled={state.kernel === 'off'}
        onClick={() => session.restart()}
      />
      <IconButton icon="undo" label="Undo what was done to cells" onClick={() => document.undo()} />
      <IconButton icon="redo" label="Redo" onClick={() => document.redo()} />
      <ImportNotebook />
      <IconButton icon="keyboard" label="Keys" onClick={onHelp} />
      <p className={styles.status} role="status">
        {statusWords(state, all.length)}
      </p>
    </div>
  );
}

function statusWords({ kernel, problem, round, runs }: SessionState, cells: number): string {
  if (kernel === 'failed') return problem ?? 'The sandbox could not be started.';
  if (kernel === 'starting') return 'Starting the sandbox';
  const done = round?.cells.filter((id) => runs[id]?.status !== 'running') ?? [];
  if (round && round.milliseconds === undefined) return `Running ${round.cells.length} cells`;
  if (!round) return `${cells} code cells`;
  const failed = done.filter((id) => runs[id]?.status === 'failed').length;
  const words = failed === 0 ? 'all passed' : `${failed} failed`;
  return `${round.cells.length} cells in ${formatDuration((round.milliseconds ?? 0) / 1000)}: ${words}`;
}
