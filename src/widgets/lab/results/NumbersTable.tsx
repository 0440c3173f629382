import type { Measurement } from '../../../store/measurements.ts';
import { formatNumber } from '../../chart/index.ts';
import { formatMs, formatMsInterval, formatRate, formatRateInterval } from '../formats.ts';
import { batchBeside, quantileIntervalWords, stopSentence } from '../words.ts';
import styles from './results.module.css';

interface Cell {
  readonly value: string;
  readonly interval: string;
}

const rows: readonly {
  readonly name: string;
  readonly says: string;
  readonly cell: (measurement: Measurement) => Cell;
}[] = [
  {
    name: 'p50',
    says: 'Half of the inferences took less.',
    cell: (measurement) => quantileCell(measurement, 'p50'),
  },
  { name: 'p90', says: '1 in 10 took longer.', cell: (measurement) => quantileCell(measurement, 'p90') },
  { name: 'p95', says: '1 in 20 took longer.', cell: (measurement) => quantileCell(measurement, 'p95') },
  { name: 'p99', says: '1 in 100 took longer.', cell: (measurement) => quantileCell(measurement, 'p99') },
  {
    name: 'mean',
    says: 'What capacity planning needs.',
    cell: ({ report: { mean } }) => ({
      value: formatMs(mean.value),
      interval:
        mean.lower === null || mean.upper === null ? tooFew : formatMsInterval(mean.lower, mean.upper),
    }),
  },
  {
    name: 'throughput',
    says: 'Rows a second with one caller, never two at once.',
    cell: ({ report: { throughput } }) => ({
      value: formatRate(throughput.value),
      interval:
        throughput.lower === null || throughput.upper === null
          ? tooFew
          : formatRateInterval(throughput.lower, throughput.upper),
    }),
  },
  {
    name: 'samples',
    says: 'Beneath: as many independent ones tell as much.',
    cell: ({ report }) => ({
      value: formatNumber(report.samples, 6),
      interval: `worth ${formatNumber(report.effectiveSamples, 6)}`,
    }),
  },
];

const tooFew = 'interval not resolvable at this n (needs n ≥ 40)';

const quantileCell = (measurement: Measurement, name: 'p50' | 'p90' | 'p95' | 'p99'): Cell => ({
  value: formatMs(measurement.report[name].value),
  interval: quantileIntervalWords(measurement, name),
});

/** Every number with its 95 % interval beneath it. */
export function NumbersTable({ shown }: { readonly shown: readonly Measurement[] }) {
  return (
    <>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a table that scrolls sideways must be reachable by keyboard */}
      <section className={styles.scroller} tabIndex={0} aria-label="Numbers with their intervals">
        <table className={styles.numbers} style={{ '--columns': shown.length }}>
          <caption className={styles.caption}>
            Time of one inference of the whole batch; beneath each number its 95 % interval.
          </caption>
          <thead>
            <tr>
              <th scope="col">
                <span className="visually-hidden">Number</span>
              </th>
              {shown.map((measurement) => (
                <th key={measurement.id} scope="col">
                  {measurement.name}
                  <span className={styles.sub}>{batchBeside(measurement)}</span>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ name, says, cell }) => (
              <tr key={name}>
                <th scope="row">
                  {name}
                  <span className={styles.sub}>{says}</span>
                </th>
                {shown.map((measurement) => {
                  const { value, interval } = cell(measurement);
                  return (
                    <td key={measurement.id}>
                      {value}
                      <span className={styles.sub}>{interval}</span>
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      <ul className={styles.stops}>
        {shown.map((measurement) => (
          <li key={measurement.id}>
            <strong>{measurement.name}.</strong> {stopSentence(measurement)}
          </li>
        ))}
      </ul>
      <p className={styles.text}>
        Intervals come from order statistics and assume no shape. Looking at the data several times before
        stopping makes them slightly narrow; looks are therefore few and fixed (at 368, 552, 828 … samples).
      </p>
    </>
  );
}
