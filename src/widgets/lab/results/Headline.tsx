import type { Measurement } from '../../../store/measurements.ts';
import { formatMs } from '../formats.ts';
import { badges, quantileIntervalWords } from '../words.ts';
import styles from './results.module.css';

/** The one number: the median with its interval. */
export function Headline({ measurement }: { readonly measurement: Measurement }) {
  const { name, report, batch, device } = measurement;
  return (
    <div className={styles.headline}>
      <h2 className={styles.headlineName}>{name}</h2>
      <p className={styles.headlineValue}>
        {formatMs(report.p50.value)} <span className={styles.headlineUnit}>median</span>
      </p>
      <p className={styles.headlineInterval}>
        {report.p50.resolvable && '95 % interval: '}
        {quantileIntervalWords(measurement, 'p50')}
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
