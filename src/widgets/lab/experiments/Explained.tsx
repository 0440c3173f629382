import styles from './experiment.module.css';

export interface ExplainedNumber {
  readonly name: string;
  readonly value: string;
  /** Its 95 % interval, or why there is none. */
  readonly interval?: string;
  readonly says: string;
}

/** Every number of a picture with its interval and what it means. */
export function Explained({ numbers }: { readonly numbers: readonly ExplainedNumber[] }) {
  return (
    <>
      <p className={styles.small}>Beneath an estimate stands its 95 % interval.</p>
      <dl className={styles.explained}>
        {numbers.map(({ name, value, interval, says }) => (
          <div key={name} className={styles.explainedRow}>
            <dt>{name}</dt>
            <dd className={styles.value}>
              {value}
              {interval && <span className={styles.interval}>{interval}</span>}
            </dd>
            <dd className={styles.says}>{says}</dd>
          </div>
        ))}
      </dl>
    </>
  );
}
