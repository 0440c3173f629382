import { type ReactNode, useEffect, useRef, useState } from 'react';
import { deleteLabRun, type LabRun, labRuns } from '../../../store/labRuns.ts';
import { usePersisted } from '../../../store/persist.ts';
import type { ChoiceParameter } from '../../frame/parameters.ts';
import styles from '../lab.module.css';
import { RunProgress } from '../RunProgress.tsx';
import type { Target } from '../runner/plan.ts';
import type { RunEvent } from '../runner/runLab.ts';
import { Setup } from '../Setup.tsx';
import { useOneRun } from '../useOneRun.ts';
import { SavedRuns } from './SavedRuns.tsx';
import { TryNext } from './TryNext.tsx';

/** An experiment whose whole run is one result with a picture of its own; one run is shown at a time. */
export interface WholeRunExperimentProps<R extends LabRun> {
  readonly experiment: R['experiment'];
  readonly pick: 'several' | 'one';
  readonly time: ChoiceParameter;
  readonly settings: (running: boolean) => ReactNode;
  readonly measure: (
    chosen: { readonly targets: readonly Target[]; readonly timeLimitMs: number },
    emit: (event: RunEvent) => void,
    signal: AbortSignal,
  ) => Promise<R>;
  readonly picture: (run: R) => ReactNode;
  readonly empty: ReactNode;
  /** A saved run in a few words. */
  readonly line: (run: R) => string;
  readonly tryNext: readonly string[];
}

export function WholeRunExperiment<R extends LabRun>({
  experiment,
  pick,
  time,
  settings,
  measure,
  picture,
  empty,
  line,
  tryNext,
}: WholeRunExperimentProps<R>) {
  const { value, status, problem } = usePersisted(labRuns);
  // A fresh result is shown from memory, whether or not the browser could save it.
  const [fresh, setFresh] = useState<R | null>(null);
  const [chosen, setChosen] = useState<string | null>(null);
  const results = useRef<HTMLElement>(null);
  const { state, run, cancel } = useOneRun<R>((measured) => {
    setFresh(measured);
    setChosen(measured.id);
  });
  // A fresh result is where the reader was waiting to be taken.
  useEffect(() => {
    if (fresh) results.current?.focus();
  }, [fresh]);

  const saved = value.runs.filter((one): one is R => one.experiment === experiment);
  const known = fresh && !saved.some(({ id }) => id === fresh.id) ? [...saved, fresh] : saved;
  const shown = known.find(({ id }) => id === chosen) ?? known.at(-1);
  const running = state.status === 'running';
  const remove = (id: string) => {
    if (fresh?.id === id) setFresh(null);
    void deleteLabRun(id);
  };
  return (
    <>
      <Setup
        running={running}
        pick={pick}
        time={time}
        settings={settings(running)}
        onRun={(settled) => void run((emit, signal) => measure(settled, emit, signal))}
        onCancel={cancel}
      />
      <RunProgress state={state} />
      {status !== 'loading' && !shown && !running && empty}
      {shown && !running && (
        <section ref={results} tabIndex={-1} className={styles.results} aria-label="Results">
          {picture(shown)}
          <TryNext sentences={tryNext} />
        </section>
      )}
      {problem && (
        <p className={styles.problem} role="status">
          {problem}
        </p>
      )}
      <SavedRuns saved={saved} shown={shown?.id} line={line} onShow={setChosen} onDelete={remove} />
    </>
  );
}
