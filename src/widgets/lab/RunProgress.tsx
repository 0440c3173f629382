import { useEffect, useState } from 'react';
import type { LabFailure } from './failures.ts';
import styles from './progress.module.css';
import type { RowState, RunState } from './runState.ts';
import { stepNames } from './words.ts';

/** The run under way, row by row; after it, only what went wrong or needs to be known. */
export function RunProgress({ state }: { readonly state: RunState }) {
  const running = state.status === 'running';
  const elapsed = useElapsed(running);
  const told = state.rows.filter((row) => row.failure || row.notices.length > 0);
  if (state.status === 'idle' || (state.status === 'finished' && told.length === 0)) return null;
  return (
    <section className={styles.progress} aria-label="Progress">
      <p className={styles.line}>
        <span role="status">
          {running && statusSentence(state)}
          {state.status === 'cancelled' &&
            'Cancelled. The workers were stopped and nothing of this run was kept.'}
        </span>
        {running && <span className={styles.elapsed}>{elapsed} s</span>}
      </p>
      {state.failure && <Failure failure={state.failure} />}
      {state.status !== 'cancelled' && (
        <ul className={styles.rows}>
          {(running ? state.rows : told).map((row) => (
            <ProgressRow key={row.configuration.id} row={row} running={running} />
          ))}
        </ul>
      )}
    </section>
  );
}

// One sentence while the rows take turns: naming each turn would have a screen reader talk without end.
const statusSentence = ({ rows, active }: RunState): string => {
  const row = rows.find(({ configuration }) => configuration.id === active);
  if (!row) return 'Starting';
  if (rows.some(({ step }) => step === 'sampling')) return 'Sampling: the rows take turns in short blocks';
  return `${row.configuration.name}: ${stepNames[row.step]}`;
};

function ProgressRow({ row, running }: { readonly row: RowState; readonly running: boolean }) {
  const { configuration, step, share, failure, notices } = row;
  return (
    <li className={styles.row}>
      <span className={styles.name}>{configuration.name}</span>
      <span className={styles.step} data-step={step}>
        {stepNames[step]}
      </span>
      {running && step !== 'failed' && (
        <progress
          className={styles.bar}
          aria-label={`${configuration.name}: ${stepNames[step]}`}
          max={1}
          {...(step === 'waiting' ? { value: 0 } : share === null ? {} : { value: share })}
        />
      )}
      {failure && <Failure failure={failure} />}
      {notices.map((notice) => (
        <p key={notice} className={styles.notice}>
          {notice}
        </p>
      ))}
    </li>
  );
}

function Failure({ failure }: { readonly failure: LabFailure }) {
  return (
    <div className={styles.failure} role="alert">
      <p>{failure.message}</p>
      {failure.detail && (
        <details>
          <summary>What the machine said</summary>
          <code>{failure.detail}</code>
        </details>
      )}
    </div>
  );
}

/** Whole seconds since `running` became true. */
function useElapsed(running: boolean): number {
  const [seconds, setSeconds] = useState(0);
  useEffect(() => {
    if (!running) return;
    setSeconds(0);
    const start = performance.now();
    const timer = setInterval(() => setSeconds(Math.floor((performance.now() - start) / 1000)), 500);
    return () => clearInterval(timer);
  }, [running]);
  return seconds;
}
