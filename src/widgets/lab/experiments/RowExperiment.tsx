import { type ReactNode, useEffect, useRef, useState } from 'react';
import { type Measurement, measurements } from '../../../store/measurements.ts';
import { usePersisted } from '../../../store/persist.ts';
import { EmptyState } from '../EmptyState.tsx';
import styles from '../lab.module.css';
import { RunProgress } from '../RunProgress.tsx';
import { Results } from '../results/Results.tsx';
import type { Configuration, Target } from '../runner/plan.ts';
import type { RowState } from '../runState.ts';
import { SavedList } from '../SavedList.tsx';
import { Setup, type SetupProps, type Where } from '../Setup.tsx';
import { type LabRequest, useLabRun } from '../useLabRun.ts';
import type { ExperimentId } from './catalog.ts';
import { TryNext } from './TryNext.tsx';

/**
 * An experiment whose rows are service times of some model, batch and engine each: they are measured in turns, and
 * shown with run chart, distribution, numbers and origin. What an experiment adds is the rows and a picture of its own.
 */
export interface RowExperimentProps {
  readonly id: ExperimentId;
  /** What comes before where and how long. */
  readonly above?: (running: boolean) => ReactNode;
  /** Its own settings, beside where and how long. */
  readonly settings: (running: boolean) => ReactNode;
  /** On how many engines it runs at once; default: several. */
  readonly pick?: 'several' | 'one';
  readonly configurations: (
    targets: readonly Target[],
    signal: AbortSignal,
  ) => Promise<readonly Configuration[]>;
  /** Connects to the workers; default: with the usual time limits. */
  readonly connect?: LabRequest['connect'];
  /** What may be ticked in place of the engines. */
  readonly where?: Where;
  /** Sampling time for each row at first. */
  readonly seconds?: SetupProps['seconds'];
  /** What stands where there is no result yet; default: what pressing Run does with a shipped model. */
  readonly empty?: ReactNode;
  /** Why nothing can be run here, in place of what could be. */
  readonly blocked?: ReactNode;
  /**
   * What the experiment is for, drawn from the shown rows, above what all experiments show. `failed` are the rows
   * that gave no result in the run that is shown, as long as the page remembers it.
   */
  readonly picture?: (shown: readonly Measurement[], failed: readonly RowState[]) => ReactNode;
  readonly tryNext: readonly string[];
}

export function RowExperiment({
  id,
  above,
  settings,
  pick = 'several',
  where,
  seconds,
  blocked,
  empty = <EmptyState />,
  configurations,
  connect,
  picture,
  tryNext,
}: RowExperimentProps) {
  const { value, status, problem, saving } = usePersisted(measurements);
  // Said once it is on disk: a reader who follows the link at once must find it there.
  const sent = saving ? null : value.sentToLesson;
  const [chosen, setChosen] = useState<readonly string[] | null>(null);
  // A fresh result is shown from memory, whether or not the browser could save it.
  const [fresh, setFresh] = useState<readonly Measurement[]>([]);
  const [forgotten, setForgotten] = useState<readonly string[]>([]);
  const results = useRef<HTMLElement>(null);
  const { state, run, cancel } = useLabRun(id, (measured) => {
    setFresh(measured);
    setChosen(measured.map((measurement) => measurement.id));
  });

  // A fresh result is where the reader was waiting to be taken.
  useEffect(() => {
    if (fresh.length > 0) results.current?.focus();
  }, [fresh]);

  const saved = value.measurements.filter(({ experiment }) => experiment === id);
  const unsaved = fresh.filter(
    (one) => !forgotten.includes(one.id) && !saved.some((other) => other.id === one.id),
  );
  const known = [...saved, ...unsaved];
  const lastRun = known.at(-1)?.runId;
  const shown = known.filter((one) => (chosen ? chosen.includes(one.id) : one.runId === lastRun));
  const running = state.status === 'running';
  const remembered = fresh.some((one) => shown.some(({ runId }) => runId === one.runId));
  const failed = remembered ? state.rows.filter(({ failure }) => failure !== null) : [];

  return (
    <>
      {above?.(running)}
      {blocked ?? (
        <Setup
          running={running}
          pick={pick}
          {...(where && { where })}
          {...(seconds && { seconds })}
          settings={settings(running)}
          onRun={({ targets, timeLimitMs }) => {
            void run({
              configurations: (signal) => configurations(targets, signal),
              timeLimitMs,
              ...(connect && { connect }),
            });
          }}
          onCancel={cancel}
        />
      )}
      <RunProgress state={state} />
      {status !== 'loading' && shown.length === 0 && !running && !blocked && empty}
      {shown.length > 0 && !running && (
        <section ref={results} tabIndex={-1} className={styles.results} aria-label="Results">
          {picture?.(shown, failed)}
          <Results shown={shown} sentToLesson={sent} overview={!picture} />
          <TryNext sentences={tryNext} />
        </section>
      )}
      {problem && (
        <p className={styles.problem} role="status">
          {problem}
        </p>
      )}
      <SavedList
        saved={saved}
        sentToLesson={sent}
        shown={shown.map((one) => one.id)}
        onShow={setChosen}
        onDelete={(gone) => setForgotten([...forgotten, gone])}
      />
    </>
  );
}
