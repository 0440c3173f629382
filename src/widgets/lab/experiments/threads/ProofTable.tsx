import { formatMs } from '../../formats.ts';
import { quantileIntervalWords } from '../../words.ts';
import styles from '../experiment.module.css';
import type { ThreadRow, ThreadRun } from './threadRun.ts';

/** What shows that the threads ran, and what cannot be shown from a page. */
export function ProofTable({ run }: { readonly run: ThreadRun }) {
  return (
    <>
      <table className={styles.table}>
        <caption>
          Proof of the threads. The runtime reports the number that it was asked for even where it could not
          start them, so the workers are counted as they are made.
        </caption>
        <thead>
          <tr>
            <th scope="col">Asked for</th>
            <th scope="col">Running</th>
            <th scope="col">p50</th>
            <th scope="col">What follows</th>
          </tr>
        </thead>
        <tbody>
          {run.rows.map((row) => (
            <tr key={row.threads}>
              <th scope="row" className={styles.short}>
                {threadWords(row.measurement.stamp.threadsAsked)}
              </th>
              <td data-name="Running">
                {row.threads}
                <span className={styles.sub}> {countedWords(row.threads)}</span>
              </td>
              <td data-name="p50">
                {formatMs(row.measurement.report.p50.value)}
                <span className={styles.sub}> {quantileIntervalWords(row.measurement, 'p50')}</span>
              </td>
              <td data-name="What follows">{evidence(row)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className={styles.text}>
        A page cannot see which cores the threads ran on, whether two of them shared the two halves of one
        core, or how long each was idle; the browser shows no processor times. The count proves that the
        threads were made, and the speed-up that they worked: one core does no more work a second than it does
        alone, unless sharing the work out made it smaller, as a fuller cache can.
      </p>
    </>
  );
}

const threadWords = (count: number): string => `${count} ${count === 1 ? 'thread' : 'threads'}`;

const countedWords = (threads: number): string =>
  threads === 1 ? 'the measuring worker itself' : `the measuring worker and ${threads - 1} counted beside it`;

const evidence = ({ threads, speedup, cores, measurement }: ThreadRow): string => {
  if (threads === 1) return 'The baseline.';
  if (!speedup) return 'Too few paired blocks to say whether they shared the work.';
  if (measurement.report.drift.flagged)
    return 'The machine changed meanwhile, so the speed-up proves nothing about the cores.';
  if (cores > 1) return `At least ${cores} cores worked at once.`;
  return 'They were made; that more than one core worked does not show, for they were no faster.';
};
