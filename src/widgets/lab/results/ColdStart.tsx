import type { Measurement } from '../../../store/measurements.ts';
import { formatMs } from '../formats.ts';
import styles from './results.module.css';

/** The parts of the cold start, in order, each with a bar of its length. */
export function ColdStart({ measurement }: { readonly measurement: Measurement }) {
  const { cold } = measurement.report;
  const parts = [
    ['Fetch the runtime', cold.fetchRuntimeMs],
    ['Compile and start it', cold.startRuntimeMs],
    ['Fetch the model', cold.fetchModelMs],
    ['Create the session', cold.createSessionMs],
    ['First run', cold.firstRunMs],
  ] as const;
  const longest = Math.max(...parts.map(([, time]) => time));
  const total = parts.reduce((sum, [, time]) => sum + time, 0);
  return (
    <section>
      <h4>Cold start, {formatMs(total)} in all</h4>
      <dl className={styles.cold}>
        {parts.map(([name, time]) => (
          <div key={name} className={styles.coldPart}>
            <dt>{name}</dt>
            <dd>
              <span className={styles.coldBar} style={{ inlineSize: `${(100 * time) / longest}%` }} />
              <span className={styles.coldTime}>{formatMs(time)}</span>
            </dd>
          </div>
        ))}
      </dl>
      <p className={styles.small}>
        {cold.warmCache
          ? 'Warm cache: this runtime was already here, so fetching and compiling cost less than on a first visit.'
          : 'The first start of this runtime in this page. A user who arrives fresh waits this long once.'}
      </p>
    </section>
  );
}
