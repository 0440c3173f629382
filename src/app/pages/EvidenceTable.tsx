import type { Evidence } from '../../store/evidence.ts';
import styles from './EvidenceTable.module.css';
import { replayHref } from './replayHref.ts';

const time = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'short' });
const figure = new Intl.NumberFormat('en', { maximumSignificantDigits: 4 });

/** Newest first. On a narrow screen each decision is a block of named lines instead of a row. */
export function EvidenceTable({ log }: { log: readonly Evidence[] }) {
  return (
    <table className={styles.table} aria-label="Logged decisions">
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
      <td className={styles.figure} data-name="Value">
        <span>
          {entry.value === null ? '∞' : figure.format(entry.value)} {entry.unit}
        </span>
      </td>
      <td data-name="Rule">{entry.rule}</td>
      <td data-name="Verdict">{entry.verdict}</td>
      <td data-name="Action">{entry.action}</td>
      <td data-name="Record">
        <span>
          <code>{entry.fingerprint.slice(0, 12)}</code>{' '}
          {href && (
            <a href={href} aria-label={`Replay the run of ${time.format(new Date(entry.time))}`}>
              Replay
            </a>
          )}
        </span>
      </td>
    </tr>
  );
}
