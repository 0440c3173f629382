import { type ReactNode, useEffect, useRef, useState } from 'react';
import { type Measurement, measurements } from '../../../store/measurements.ts';
import { usePersisted } from '../../../store/persist.ts';
import { EmptyState } from '../EmptyState.tsx';
import styles from '../lab.module.css';
import { RunProgress } from '../RunProgress.tsx';
import { Results } from '../results/Results.tsx';
import type { Configuration, Target } from '../runner/plan.ts';
import { SavedList } from '../SavedList.tsx';
import { Setup } from '../Setup.tsx';
import { useLabRun } from '../useLabRun.ts';
import type { ExperimentId } from './catalog.ts';
import { TryNext } from './TryNext.tsx';

/**
 * An experiment whose rows are service times of some model, batch and engine each: they are measured in turns, and
 * shown with run chart, distribution, numbers and origin. What an experiment adds is the rows and a picture of its own.
 */
export interface RowExperimentProps {
  readonly id: ExperimentId;
  /** Its own settings, beside where and how long. */
  readonly settings: (running: boolean) => ReactNode;
  /** On how many engines it runs at once; default: several. */
  readonly pick?: 'several' | 'one';
  readonly configurations: (targets: readonly Target[]) => Promise<readonly Configuration[]>;
  /** What the experiment is for, drawn from the rows of one run, above what all experiments show. */
  readonly picture?: (shown: readonly Measurement[]) => ReactNode;
  readonly tryNext: readonly string[];
}

export function RowExperiment({
  id,
  settings,
  pick = 'several',
  configurations,
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

  return (
    <>
      <Setup
        running={running}
        pick={pick}
        settings={settings(running)}
        onRun={({ targets, timeLimitMs }) => {
          void run({ configurations: () => configurations(targets), timeLimitMs });
        }}
        onCancel={cancel}
      />
      <RunProgress state={state} />
      {status !== 'loading' && shown.length === 0 && !running && <EmptyState />}
      {shown.length > 0 && !running && (
        <section ref={results} tabIndex={-1} className={styles.results} aria-label="Results">
          {picture?.(shown)}
          <Results shown={shown} sentToLesson={sent} />
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
