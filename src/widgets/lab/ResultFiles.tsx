import { useState } from 'react';
import { type ImportedResults, importLabFile, labFile } from '../../store/labFile.ts';
import { labRuns } from '../../store/labRuns.ts';
import { measurements } from '../../store/measurements.ts';
import { usePersisted } from '../../store/persist.ts';
import { Button, FileButton, saveText, today } from '../controls/index.ts';
import { findExperiment } from './experiments/catalog.ts';
import styles from './saved.module.css';

/** Every result of the lab as one file, and the way back in. */
export function ResultFiles() {
  const { value, status } = usePersisted(measurements);
  const { runs } = usePersisted(labRuns).value;
  const [told, setTold] = useState<readonly string[]>([]);
  const count = value.measurements.length + runs.length;
  const bringIn = async (file: File) => {
    try {
      setTold(sentences(await importLabFile(await file.text())));
    } catch (error) {
      setTold([error instanceof Error ? error.message : String(error)]);
    }
  };
  return (
    <section className={styles.files} aria-label="Import and export">
      <p className={styles.note}>
        A file holds raw samples, stamps and fingerprints. What you import stands beside your own results,
        marked as imported.
      </p>
      <div className={styles.fileActions}>
        <FileButton accept=".json,application/json" onFile={bringIn} disabled={status === 'newer'}>
          Import results
        </FileButton>
        {count > 0 && (
          <Button
            icon="export"
            onClick={() =>
              saveText(
                `goodput-lab-${today()}.json`,
                'application/json',
                labFile({ measurements: value.measurements, runs }),
              )
            }
          >
            Export all results
          </Button>
        )}
      </div>
      <div role="status">
        {told.map((sentence) => (
          <p key={sentence}>{sentence}</p>
        ))}
      </div>
    </section>
  );
}

const sentences = ({ added, known }: ImportedResults): string[] => {
  const ids = [...added.measurements, ...added.runs].map(({ experiment }) => experiment);
  const where = [...new Set(ids)].map((id) => {
    const count = ids.filter((one) => one === id).length;
    return `${count} under “${findExperiment(id)?.title ?? id}”`;
  });
  const here = `${known} ${known === 1 ? 'was' : 'were'} here already`;
  if (ids.length === 0) return [known === 0 ? 'The file holds no result.' : `Nothing was added: ${here}.`];
  return [
    `${ids.length} ${ids.length === 1 ? 'result was' : 'results were'} added: ${where.join(', ')}.`,
    ...(known > 0 ? [`${here}.`] : []),
  ];
};
