import { labRuns } from '../../store/labRuns.ts';
import { measurements } from '../../store/measurements.ts';
import { usePersisted } from '../../store/persist.ts';
import { experiments } from './experiments/catalog.ts';
import styles from './lab.module.css';

interface Props {
  /** A name in the address that no experiment has. */
  readonly unknown: string | undefined;
}

/** What can be measured here, and how much of it has been. */
export function LabIndex({ unknown }: Props) {
  const { value } = usePersisted(measurements);
  const whole = usePersisted(labRuns).value.runs;
  const runs = (experiment: string) =>
    new Set(
      value.measurements
        .filter((one) => one.experiment === experiment && !one.imported)
        .map(({ runId }) => runId),
    ).size + whole.filter((run) => run.experiment === experiment && !run.imported).length;
  return (
    <>
      <header className={styles.head}>
        <h1>Lab</h1>
        <p className={styles.lede}>
          Measure real inference on this device. Each number comes with its interval and with how it was
          obtained, or is withheld with the reason. Nothing leaves this page.
        </p>
      </header>
      {unknown !== undefined && (
        <p className={styles.problem} role="status">
          There is no experiment “{unknown}”. These are the ones there are.
        </p>
      )}
      <ol className={styles.index}>
        {experiments.map(({ id, title, question, gives }) => (
          <li key={id}>
            <a href={`#/lab/${id}`}>
              <span className={styles.indexTitle}>{title}</span>
              <span className={styles.indexQuestion}>{question}</span>
            </a>
            <p>{gives}</p>
            {runs(id) > 0 && <p className={styles.indexRuns}>Measured here {times(runs(id))}.</p>}
          </li>
        ))}
      </ol>
      <p className={styles.note}>
        What is measured: <a href="#/lab/models">the models and their cards</a>, all made from seeds by this
        project.
      </p>
    </>
  );
}

const times = (count: number): string => (count === 1 ? 'once' : `${count} times`);
