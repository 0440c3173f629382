import { compareBlocks } from '../../../engine/benchmark/index.ts';
import type { Measurement } from '../../../store/measurements.ts';
import { formatNumber } from '../../chart/index.ts';
import styles from './results.module.css';

/** How the shown rows of one run relate, by paired blocks. Rows of different runs are not compared. */
export function Comparisons({ shown }: { readonly shown: readonly Measurement[] }) {
  const [first, ...others] = shown;
  if (!first || others.length === 0) return null;
  const together = others.filter(({ runId }) => runId === first.runId);
  return (
    <div className={styles.comparisons}>
      {together.map((other) => (
        <p key={other.id}>{sentence(first, other)}</p>
      ))}
      {together.length < others.length && (
        <p>
          Measurements of different runs stand side by side but are not compared: the machine may have changed
          between them.
        </p>
      )}
    </div>
  );
}

const sentence = (first: Measurement, other: Measurement): string => {
  const comparison = compareBlocks(first.chart.blocks, other.chart.blocks);
  if (!comparison) return `${other.name} against ${first.name}: too few paired blocks for an interval.`;
  const { ratio, lower, upper, pairs } = comparison;
  const interval = `95 % interval ${formatNumber(lower)} to ${formatNumber(upper)}, ${pairs} pairs of neighbouring blocks`;
  if (lower <= 1 && upper >= 1)
    return `${other.name} and ${first.name} could not be told apart: ratio ${formatNumber(ratio)} (${interval}).`;
  return `${other.name} took ${formatNumber(ratio)} times as long as ${first.name} (${interval}).`;
};
