import { formatDuration } from '../../chart/index.ts';
import { Icon } from '../../controls/index.ts';
import type { CellRun } from '../session/runs.ts';
import styles from './cells.module.css';

interface Props {
  readonly run: CellRun;
  readonly stale: boolean;
  readonly number: number;
  readonly onRun: () => void;
}

/** Runs the cell, and says under it how the last run went. */
export function RunButton({ run, stale, number, onRun }: Props) {
  return (
    <div className={styles.gutter}>
      <button
        type="button"
        className={styles.run}
        aria-label={`Run cell ${number}`}
        data-running={run.status === 'running'}
        onClick={onRun}
      >
        <Icon name="play" size={18} />
      </button>
      <span className={styles.state}>{stateWords(run, stale)}</span>
    </div>
  );
}

function stateWords(run: CellRun, stale: boolean): string {
  if (run.status === 'never') return '';
  if (run.status === 'running') return 'running';
  if (run.status === 'stopped') return 'stopped';
  if (run.status === 'skipped') return 'skipped';
  if (stale) return 'stale';
  return formatDuration((run.milliseconds ?? 0) / 1000);
}
