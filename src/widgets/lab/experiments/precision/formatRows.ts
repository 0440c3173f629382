import {
  compareBlocks,
  dominatedBy,
  type GateResult,
  type Precision,
  precisions,
} from '../../../../engine/benchmark/index.ts';
import { wilsonInterval } from '../../../../engine/stats/index.ts';
import type { Measurement } from '../../../../store/measurements.ts';
import type { LabFailure } from '../../failures.ts';
import type { RowState } from '../../runState.ts';
import { formatsOf, isModelName } from '../modelChoice.ts';

/** By what the error of a number format is judged. */
export type ErrorKind = 'answers' | 'difference';

export interface ErrorEstimate {
  readonly value: number;
  /** 95 % interval of a share of answers; a difference is what it is. */
  readonly lower: number;
  readonly upper: number;
}

/** What became of one number format in a run. */
export interface FormatRow {
  readonly precision: Precision;
  readonly measurement: Measurement | null;
  readonly error: ErrorEstimate | null;
  /** The format that is no more wrong and surely faster. */
  readonly beatenBy: Precision | null;
  /** Why there is no measurement, where the page remembers it. */
  readonly failure: LabFailure | null;
}

/** Whether every measured row counted answers. */
export const countsAnswers = (rows: readonly Measurement[]): boolean =>
  rows.length > 0 && rows.every(({ accuracy }) => accuracy !== undefined);

/** The formats of the measured model, in the order from wide to narrow. */
export function formatRows(
  rows: readonly Measurement[],
  failed: readonly RowState[],
  kind: ErrorKind,
): readonly FormatRow[] {
  const model = rows[0]?.model.name ?? '';
  const formats = isModelName(model) ? formatsOf[model] : precisions;
  const measured = formats.flatMap((precision) => {
    const measurement = rows.find((row) => row.model.precision === precision);
    const error = measurement && errorOf(measurement, kind);
    return measurement && error ? [{ precision, measurement, error }] : [];
  });
  const beaten = dominatedBy(
    measured.map(({ error }) => error.value),
    (first, second) => {
      const [one, other] = [measured[first], measured[second]];
      return one !== undefined && other !== undefined && surelyFaster(one.measurement, other.measurement);
    },
  );
  return formats.map((precision): FormatRow => {
    const index = measured.findIndex((one) => one.precision === precision);
    const found = measured[index];
    return {
      precision,
      measurement: rows.find((row) => row.model.precision === precision) ?? null,
      error: found?.error ?? null,
      beatenBy: measured[beaten[index] ?? -1]?.precision ?? null,
      // The rows of this experiment are called "<format> · <engine>".
      failure:
        failed.find(({ configuration }) => configuration.name.startsWith(`${precision} · `))?.failure ?? null,
    };
  });
}

/** By paired blocks, and by more than the clock's step, which no repetition makes finer. */
const surelyFaster = (one: Measurement, other: Measurement): boolean => {
  const comparison = compareBlocks(one.chart.blocks, other.chart.blocks);
  const step = Math.max(...[one, other].map(({ stamp, report }) => stamp.timerStepMs / report.innerRuns));
  return comparison !== null && comparison.lower > 1 && other.report.p50.value - one.report.p50.value > step;
};

/** Wrong answers on the held-out set, or the largest difference from the reference as a share of its scale. */
const errorOf = ({ accuracy, report }: Measurement, kind: ErrorKind): ErrorEstimate | null => {
  if (kind === 'answers') {
    if (!accuracy) return null;
    const wrong = accuracy.rows - accuracy.correct;
    return { value: wrong / accuracy.rows, ...wilsonInterval(wrong, accuracy.rows) };
  }
  const difference = relativeDifference(report.gateBefore);
  return difference === null ? null : { value: difference, lower: difference, upper: difference };
};

/** Largest difference as a share of the reference's root mean square; null in measurements that did not keep it. */
export const relativeDifference = ({ maxAbsolute, scale }: GateResult): number | null =>
  scale === undefined || scale === 0 ? null : maxAbsolute / scale;
