import type { LanguageRun } from '../../../../store/languageRun.ts';
import { formatMs, formatMsInterval } from '../../formats.ts';
import styles from '../experiment.module.css';
import { seriesNumbers } from './languageNumbers.ts';

/** End to end = time to first token + (n − 1) · time per token, with the measured numbers. */
export function IdentityTable({ run }: { readonly run: LanguageRun }) {
  const rows = seriesNumbers(run).filter(({ batch, cache }) => batch === 1 && cache === 'growing');
  const further = run.newTokens - 1;
  return (
    <table className={styles.table}>
      <caption>
        What a reader waits for: TTFT + (n − 1)·TPOT, for n = {run.newTokens} tokens, one row and a growing
        cache. Means over the generations; for them the sum is exact. Beneath, the 95 % interval of the
        median.
      </caption>
      <thead>
        <tr>
          <th scope="col">Prompt</th>
          <th scope="col">TTFT, to the first token</th>
          <th scope="col">TPOT, per further token</th>
          <th scope="col">TTFT + {further}·TPOT</th>
          <th scope="col">measured, end to end</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ promptTokens, means, timeToFirstToken: first, timePerToken: each, count }) => (
          <tr key={promptTokens}>
            <th scope="row">{promptTokens} tokens</th>
            <td data-name="TTFT">
              {formatMs(means.timeToFirstToken)}
              <span className={styles.sub}>{interval(first)}</span>
            </td>
            <td data-name="TPOT">
              {formatMs(means.timePerToken)}
              <span className={styles.sub}>{interval(each)}</span>
            </td>
            <td data-name={`TTFT + ${further}·TPOT`}>
              {formatMs(means.timeToFirstToken + further * means.timePerToken)}
            </td>
            <td data-name="measured">
              {formatMs(means.endToEnd)}
              <span className={styles.sub}>{count} generations</span>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

const interval = ({
  lower,
  upper,
  needed,
}: {
  lower: number | null;
  upper: number | null;
  needed: number;
}) => (lower === null || upper === null ? ` (needs n ≥ ${needed})` : ` (${formatMsInterval(lower, upper)})`);
