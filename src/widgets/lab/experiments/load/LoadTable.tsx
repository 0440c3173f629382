import { useId } from 'react';
import type { Bounded } from '../../../../engine/benchmark/index.ts';
import { formatNumber } from '../../../chart/index.ts';
import { formatMs, formatMsInterval, formatRate } from '../../formats.ts';
import styles from '../experiment.module.css';
import own from './load.module.css';
import type { LoadView, ShownLoad } from './loadView.ts';

interface LoadTableProps {
  readonly view: LoadView;
  /** The clock's, in milliseconds. */
  readonly step: number;
  readonly chosen: number;
  readonly onChoose: (load: number) => void;
}

/** Every load with its numbers; the chosen one is drawn in order. */
export function LoadTable({ view, step, chosen, onChoose }: LoadTableProps) {
  const name = useId();
  return (
    <table className={styles.table}>
      <caption>
        Latency is wait and service together. Choose a load to see its requests in order. The first tenth of
        each is left out.
      </caption>
      <thead>
        <tr>
          <th scope="col">Load</th>
          <th scope="col">Mean latency</th>
          <th scope="col">Wait and service</th>
          <th scope="col">p95</th>
          <th scope="col">Late start</th>
        </tr>
      </thead>
      <tbody>
        {view.loads.map((shown) => (
          <LoadRow
            key={shown.point.load}
            shown={shown}
            name={name}
            step={step}
            checked={shown.point.load === chosen}
            onChoose={onChoose}
          />
        ))}
        {view.discarded.map(({ load, discarded }) => (
          <tr key={load}>
            <th scope="row">ρ = {load}</th>
            <td colSpan={4} className={styles.out}>
              {discarded === 'hidden'
                ? 'Discarded: the tab was hidden, and browsers slow hidden tabs down.'
                : 'No request was served in time.'}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

interface LoadRowProps {
  readonly shown: ShownLoad;
  readonly name: string;
  readonly step: number;
  readonly checked: boolean;
  readonly onChoose: (load: number) => void;
}

function LoadRow({ shown, name, step, checked, onChoose }: LoadRowProps) {
  const { point, summary, insideHalfway, insideAtEnd, realLoad } = shown;
  const { meanWait, meanService, mean, p95, dispatch, needed } = summary;
  return (
    <tr>
      <th scope="row">
        <label className={own.pick}>
          <input type="radio" name={name} checked={checked} onChange={() => onChoose(point.load)} />ρ ={' '}
          {point.load}
        </label>
        <span className={styles.sub}>
          {' '}
          {formatRate(point.rate)}, {formatNumber(summary.served, 5)} served
        </span>
        {insideAtEnd > insideHalfway && realLoad >= 1 && (
          <span className={styles.sub}>
            {' '}
            queue still growing: {formatNumber(insideHalfway, 5)}, then {formatNumber(insideAtEnd, 5)} inside
          </span>
        )}
      </th>
      <td data-name="Mean latency">
        {formatMs(mean.value)}
        <span className={styles.sub}> {intervalWords(mean, needed)}</span>
      </td>
      <td data-name="Wait and service">
        <span className={own.split} aria-hidden="true">
          <span className={own.wait} style={{ inlineSize: share(meanWait, summary.mean.value) }} />
          <span className={own.service} style={{ inlineSize: share(meanService, summary.mean.value) }} />
        </span>
        <span className={styles.sub}>
          {' '}
          {formatMs(meanWait)} waiting, {formatMs(meanService)} served
        </span>
      </td>
      <td data-name="p95">
        {formatMs(p95.value)}
        <span className={styles.sub}>
          {' '}
          {p95.lower !== null && p95.upper !== null ? formatMsInterval(p95.lower, p95.upper) : 'no interval'}
        </span>
      </td>
      <td data-name="Late start">{dispatch < step ? `under ${formatMs(step)}` : formatMs(dispatch)}</td>
    </tr>
  );
}

const share = (part: number, whole: number): string => `${(100 * part) / whole}%`;

const intervalWords = ({ lower, upper }: Bounded, needed: number): string => {
  if (lower !== null && upper !== null) return formatMsInterval(lower, upper);
  return Number.isFinite(needed)
    ? `an interval needs ${formatNumber(needed, 2)} requests`
    : 'no steady state';
};
