import type { BatchCost } from '../../../../engine/benchmark/index.ts';
import { measurements, sendBatchFit } from '../../../../store/measurements.ts';
import { usePersisted } from '../../../../store/persist.ts';
import { Button, CopyField } from '../../../controls/index.ts';
import styles from '../experiment.module.css';
import { type BatchRun, fitToSend } from './batchRun.ts';

interface UseFitProps {
  readonly run: BatchRun;
  readonly fit: BatchCost;
}

/** Ways to take a and b along: into the lesson on batching, and as text into a notebook cell. */
export function UseFit({ run, fit }: UseFitProps) {
  const { value, saving } = usePersisted(measurements);
  const wanted = fitToSend(run, fit);
  if (!wanted) return null;
  // Said once it is on disk.
  const kept = !saving && value.batchFit?.fingerprint === wanted.fingerprint;
  return (
    <div className={styles.take}>
      <CopyField
        label="a and b in seconds, for queueing.dynamicBatching in a notebook cell"
        value={`{ fixed: ${seconds(fit.fixed.value)}, perItem: ${seconds(fit.perItem.value)} }`}
      />
      <Button onClick={() => sendBatchFit(wanted)} disabled={kept}>
        {kept ? 'Kept for lesson 4.1' : 'Use a and b in lesson 4.1'}
      </Button>
      {kept && (
        <p className={styles.taken} role="status">
          Kept in this browser with the fingerprint {wanted.fingerprint} of the measurements, in place of an
          earlier line. Deleting one of these rows deletes the line.
        </p>
      )}
    </div>
  );
}

const seconds = (milliseconds: number): number => Number((milliseconds / 1000).toPrecision(4));
