import { lazy, Suspense, useEffect } from 'react';
import { type Experiment, experiments, findExperiment } from './experiments/catalog.ts';
import { LabIndex } from './LabIndex.tsx';
import styles from './lab.module.css';
import { ResultFiles } from './ResultFiles.tsx';
import { SharedSummary } from './results/share/SharedSummary.tsx';

/** Read now and then, so loaded then. */
const ModelCards = lazy(() => import('./models/ModelCards.tsx'));

/** The measuring room: real models, run here, with everything that their numbers need beside them. */
export default function LabRoom({ id }: { readonly id: string | undefined }) {
  const experiment = id === undefined ? undefined : findExperiment(id);
  const shared = id === 'summary';
  const models = id === 'models';
  const page = experiment?.title ?? (shared ? 'A shared result' : models ? 'Models' : undefined);
  const name = page === undefined ? 'Lab' : `${page} · Lab`;
  useEffect(() => {
    document.title = `${name} · Goodput`;
  }, [name]);
  return (
    <div className={styles.room}>
      {experiment && <ExperimentPage experiment={experiment} />}
      {shared && <SharedSummary />}
      {models && (
        <Suspense fallback={<div className={styles.loading} aria-busy="true" />}>
          <ModelCards />
        </Suspense>
      )}
      {!experiment && !shared && !models && <LabIndex unknown={id} />}
      {!shared && !models && <ResultFiles />}
    </div>
  );
}

function ExperimentPage({ experiment }: { readonly experiment: Experiment }) {
  const { Page } = experiment;
  return (
    <>
      <nav aria-label="Experiments" className={styles.experiments}>
        <ul>
          {experiments.map(({ id, title }) => (
            <li key={id}>
              <a href={`#/lab/${id}`} aria-current={id === experiment.id ? 'page' : undefined}>
                {title}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      <header className={styles.head}>
        <h1>{experiment.question}</h1>
        <p className={styles.lede}>{experiment.gives} Nothing leaves this page.</p>
      </header>
      <Suspense fallback={<div className={styles.loading} aria-busy="true" />}>
        <Page />
      </Suspense>
    </>
  );
}
