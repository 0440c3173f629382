import { useEffect, useRef, useState } from 'react';
import { type Measurement, measurements } from '../../store/measurements.ts';
import { usePersisted } from '../../store/persist.ts';
import { EmptyState } from './EmptyState.tsx';
import styles from './lab.module.css';
import { RunProgress } from './RunProgress.tsx';
import { Results } from './results/Results.tsx';
import { SavedList } from './SavedList.tsx';
import { Setup } from './Setup.tsx';
import { useLabRun } from './useLabRun.ts';

/** The measuring room at #/lab: one real model, run here, with everything that its numbers need beside them. */
export default function LabRoom() {
  const { value: saved, status, problem, saving } = usePersisted(measurements);
  // Said once it is on disk: a reader who follows the link at once must find it there.
  const sent = saving ? null : saved.sentToLesson;
  const [chosen, setChosen] = useState<readonly string[] | null>(null);
  // A fresh result is shown from memory, whether or not the browser could save it.
  const [fresh, setFresh] = useState<readonly Measurement[]>([]);
  const [forgotten, setForgotten] = useState<readonly string[]>([]);
  const results = useRef<HTMLElement>(null);
  const { state, run, cancel } = useLabRun((measured) => {
    setFresh(measured);
    setChosen(measured.map(({ id }) => id));
  });

  useEffect(() => {
    document.title = 'Lab · Goodput';
  }, []);

  // A fresh result is where the reader was waiting to be taken.
  useEffect(() => {
    if (fresh.length > 0) results.current?.focus();
  }, [fresh]);

  const unsaved = fresh.filter(
    ({ id }) => !forgotten.includes(id) && !saved.measurements.some((one) => one.id === id),
  );
  const known = [...saved.measurements, ...unsaved];
  const lastRun = known.at(-1)?.runId;
  const shown = known.filter(({ id, runId }) => (chosen ? chosen.includes(id) : runId === lastRun));
  const running = state.status === 'running';

  return (
    <div className={styles.room}>
      <header className={styles.head}>
        <h1>Lab: one real measurement</h1>
        <p className={styles.lede}>
          Run a small neural network on this device and see how long one inference takes, with its interval,
          its cold start and its warm-up. Nothing leaves this page.
        </p>
      </header>
      <Setup running={running} onRun={run} onCancel={cancel} />
      <RunProgress state={state} />
      {status !== 'loading' && shown.length === 0 && !running && <EmptyState />}
      {shown.length > 0 && !running && (
        <section ref={results} tabIndex={-1} className={styles.results} aria-label="Results">
          <Results shown={shown} sentToLesson={sent} />
        </section>
      )}
      {problem && (
        <p className={styles.problem} role="status">
          {problem}
        </p>
      )}
      <SavedList
        saved={saved.measurements}
        sentToLesson={sent}
        shown={shown.map(({ id }) => id)}
        onShow={setChosen}
        onDelete={(id) => setForgotten([...forgotten, id])}
      />
    </div>
  );
}
