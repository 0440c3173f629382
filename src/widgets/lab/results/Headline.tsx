import type { Measurement } from '../../../store/measurements.ts';
import { formatMs, formatMsInterval } from '../formats.ts';
import { badges } from '../words.ts';
import styles from './results.module.css';

/** The one number: the median with its interval. */
export function Headline({ measurement }: { readonly measurement: Measurement }) {
  const { name, report, batch, device } = measurement;
  const { value, lower, upper, needed } = report.p50;
  return (
    <div className={styles.headline}>
      <h2 className={styles.headlineName}>{name}</h2>
      <p className={styles.headlineValue}>
        {formatMs(value)} <span className={styles.headlineUnit}>median</span>
      </p>
      <p className={styles.headlineInterval}>
        {lower === null || upper === null
          ? `interval not resolvable at this n (needs n ≥ ${needed})`
          : `95 % interval ${formatMsInterval(lower, upper)}`}
      </p>
      {badges(measurement).map((badge) => (
        <p key={badge} className={styles.badge}>
          {badge}
        </p>
      ))}
      <p className={styles.headlineText}>
        Half of the inferences of {batch === 1 ? 'one row' : `${batch} rows`} took less. {device}.
      </p>
    </div>
  );
}
