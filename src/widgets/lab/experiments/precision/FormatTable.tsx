import type { Placement } from '../../../../engine/benchmark/index.ts';
import { formatNumber, formatPercent } from '../../../chart/index.ts';
import { formatMs } from '../../formats.ts';
import { quantileIntervalWords } from '../../words.ts';
import styles from '../experiment.module.css';
import { formatBytes } from './formatBytes.ts';
import { type ErrorKind, type FormatRow, relativeDifference } from './formatRows.ts';

interface FormatTableProps {
  readonly formats: readonly FormatRow[];
  readonly kind: ErrorKind;
}

/** Each format with its numbers, where its nodes ran and what became of it. */
export function FormatTable({ formats, kind }: FormatTableProps) {
  return (
    <>
      <table className={styles.table}>
        <caption>
          Time of one inference of the whole batch; nodes counted once fused. A format that failed the gate or
          could not run has no time.
        </caption>
        <thead>
          <tr>
            <th scope="col">Format</th>
            <th scope="col">p50</th>
            <th scope="col">{kind === 'answers' ? 'Wrong answers' : 'Difference'}</th>
            <th scope="col">Nodes</th>
            <th scope="col">Verdict</th>
          </tr>
        </thead>
        <tbody>
          {formats.map((row) => (
            <tr key={row.precision}>
              <th scope="row">
                {row.precision}
                <span className={styles.sub}> {meanings[row.precision]}</span>
              </th>
              <Cells row={row} kind={kind} />
            </tr>
          ))}
        </tbody>
      </table>
      <ul className={styles.terms}>
        <li>
          <strong>p50</strong>: half of the inferences took less; beneath it its 95 % interval.
        </li>
        {kind === 'answers' ? (
          <li>
            <strong>Wrong answers</strong>: the share of held-out rows whose largest output is not their
            class; beneath it Wilson’s 95 % interval for rows that were not drawn.
          </li>
        ) : (
          <li>
            <strong>Difference</strong>: the largest |output − reference| over the root mean square of the
            reference. It is what it is for this input, and has no interval.
          </li>
        )}
        <li>
          <strong>Nodes</strong>: operations of the graph after ONNX Runtime joined what it can, by where a
          profiled run put them. On WebGPU, each one on the processor costs a copy there and back.
        </li>
        <li>
          <strong>Verdict</strong>: beaten means that another format made no more mistakes and was surely
          faster, by the interval of paired blocks and by more than a step of the clock.
        </li>
      </ul>
    </>
  );
}

const meanings: Readonly<Record<FormatRow['precision'], string>> = {
  fp32: '32-bit floats',
  fp16: '16-bit floats',
  int8: '8-bit weights and activations',
  q8: '8-bit weights, float products',
  q4: '4-bit weights, float products',
};

function Cells({ row, kind }: { readonly row: FormatRow; readonly kind: ErrorKind }) {
  const { measurement, error, beatenBy } = row;
  if (!measurement)
    return (
      <td colSpan={4} className={styles.out}>
        {absence(row)}
      </td>
    );
  const { bytes } = measurement.model;
  return (
    <>
      <td data-name="p50">
        {formatMs(measurement.report.p50.value)}
        <span className={styles.sub}> {quantileIntervalWords(measurement, 'p50')}</span>
      </td>
      <td data-name={kind === 'answers' ? 'Wrong answers' : 'Difference'}>
        {error ? (kind === 'answers' ? formatPercent : formatNumber)(error.value, 3) : 'not kept'}
        {error && kind === 'answers' && (
          <span className={styles.sub}>
            {' '}
            {formatPercent(error.lower, 3)} to {formatPercent(error.upper, 3)}
          </span>
        )}
      </td>
      <td data-name="Nodes">
        {placementWords(measurement.stamp.placement)}
        {bytes !== undefined && <span className={styles.sub}> file of {formatBytes(bytes)}</span>}
      </td>
      <td data-name="Verdict">{beatenBy === null ? 'none beats it' : `beaten by ${beatenBy}`}</td>
    </>
  );
}

const absence = ({ failure }: FormatRow): string => {
  if (!failure) return 'No result of this run is kept.';
  if (!failure.gate) return `Could not run. ${failure.message}`;
  const { gate } = failure;
  const share = relativeDifference(gate);
  const apart = `largest difference ${formatNumber(gate.maxAbsolute, 2)}${share === null ? '' : `, ${formatPercent(share, 2)} of the output’s scale`}`;
  return `Withheld: the answer failed the gate (${apart}; the largest element agrees in ${formatPercent(gate.argmaxAgreement)} of rows). A fast wrong answer gets no speed.`;
};

const engineNames: Readonly<Record<string, string>> = {
  CPUExecutionProvider: 'on the processor',
  WebGpuExecutionProvider: 'on WebGPU',
};

const placementWords = (placement: Placement | null): string =>
  placement?.map(({ provider, nodes }) => `${nodes} ${engineNames[provider] ?? provider}`).join(', ') ??
  'not reported';
