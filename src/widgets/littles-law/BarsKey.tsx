import type { LittlesLawValues } from './parameters.ts';
import styles from './View.module.css';

/** What the parts of a bar are, in the order in which a request lives through them. */
export function BarsKey({ values: { cohort, clockSkew, rejectRate } }: { values: LittlesLawValues }) {
  const entries = [
    { part: 'wait', name: 'waiting' },
    { part: 'service', name: 'in service' },
    { part: 'edge', name: 'carried in or out' },
    ...(cohort === 'finished' ? [{ part: 'missed', name: 'in no log line' }] : []),
    ...(rejectRate === 0 ? [] : [{ part: 'rejected', name: 'turned away, never inside' }]),
    ...(clockSkew === 0 ? [] : [{ part: 'skew', name: 'clock skew' }]),
  ];
  return (
    <ul className={styles.key}>
      {entries.map(({ part, name }) => (
        <li key={part}>
          <span className={styles.swatch} data-part={part} />
          {name}
        </li>
      ))}
    </ul>
  );
}
