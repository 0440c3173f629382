import type { Evidence } from '../../store/evidence.ts';
import styles from './EvidenceTable.module.css';
import { replayHref } from './replayHref.ts';

const time = new Intl.DateTimeFormat('en', { dateStyle: 'medium', timeStyle: 'short' });
const figure = new Intl.NumberFormat('en', { maximumSignificantDigits: 4 });

/** Newest first. It scrolls sideways by itself where the screen is narrow; the page never does. */
export function EvidenceTable({ log }: { log: readonly Evidence[] }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable with the keyboard
    <section className={styles.scroll} aria-label="Logged decisions" tabIndex={0}>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">Time</th>
            <th scope="col">Widget</th>
            <th scope="col" className={styles.figure}>
              Value
            </th>
            <th scope="col">Rule</th>
            <th scope="col">Verdict</th>
            <th scope="col">Action</th>
            <th scope="col">Record</th>
          </tr>
        </thead>
        <tbody>
          {log.toReversed().map((entry) => (
            <Row key={`${entry.time} ${entry.widget} ${entry.rule} ${entry.fingerprint}`} entry={entry} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Row({ entry }: { entry: Evidence }) {
  const href = replayHref(entry.record);
  return (
    <tr>
      <td className={styles.time}>
        <time dateTime={entry.time}>{time.format(new Date(entry.time))}</time>
      </td>
      <td>
        <a href={`#/gallery/${encodeURIComponent(entry.widget)}`}>{entry.widget}</a>
      </td>
      <td className={styles.figure}>
        {entry.value === null ? '∞' : figure.format(entry.value)} {entry.unit}
      </td>
      <td>{entry.rule}</td>
      <td>{entry.verdict}</td>
      <td>{entry.action}</td>
      <td>
        <code>{entry.fingerprint.slice(0, 12)}</code>{' '}
        {href && (
          <a href={href} aria-label={`Replay the run of ${time.format(new Date(entry.time))}`}>
            Replay
          </a>
        )}
      </td>
    </tr>
  );
}
