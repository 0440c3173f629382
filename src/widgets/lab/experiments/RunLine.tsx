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
  const model = same(rows.map((row) => `${row.model.name} in ${row.model.precision}`)) ?? first.model.name;
  const batch = same(rows.map((row) => `batch ${row.batch}`));
  const device = same(rows.map((row) => row.device)) ?? machine(first);
  const when = new Date(first.createdAt).toLocaleString('en-GB');
  const line = `${[model, batch, device, when].filter(Boolean).join(', ')}.`;
  const warnings = new Set(rows.flatMap(badges));
  return (
    <div className={styles.runLine}>
      <p>
        {line}
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

/** What all rows have in common, or undefined. */
const same = (words: readonly string[]): string | undefined =>
  new Set(words).size === 1 ? words[0] : undefined;

const machine = ({ stamp }: Measurement): string =>
  `${stamp.browser} · ${stamp.system} · ${stamp.cores} cores`;
