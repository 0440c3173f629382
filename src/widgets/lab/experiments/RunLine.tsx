import type { Measurement } from '../../../store/measurements.ts';
import { badges } from '../words.ts';
import styles from './experiment.module.css';

interface RunLineProps {
  readonly rows: readonly Measurement[];
  /** How many rows are shown in all: those of other runs are not in the picture. */
  readonly shown: number;
}

/** Where and when the rows of a picture were measured, and the gravest of the cautions. */
export function RunLine({ rows, shown }: RunLineProps) {
  const [first] = rows;
  if (!first) return null;
  const warnings = new Set(rows.flatMap(badges));
  return (
    <div className={styles.runLine}>
      <p>
        {first.device}, {new Date(first.createdAt).toLocaleString('en-GB')}.
        {shown > rows.length &&
          ' The picture shows the newest of the ticked runs; rows of the others stand below.'}
      </p>
      {warnings.size > 0 && (
        <ul className={styles.badges} aria-label="Keep in mind">
          {[...warnings].map((badge) => (
            <li key={badge}>{badge}</li>
          ))}
        </ul>
      )}
    </div>
  );
}
