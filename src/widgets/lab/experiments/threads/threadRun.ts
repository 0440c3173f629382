import {
  busyCores,
  type Comparison,
  commonRounds,
  compareBlocks,
  fitSerialShare,
  type SerialShare,
} from '../../../../engine/benchmark/index.ts';
import type { Measurement } from '../../../../store/measurements.ts';

/** One number of threads that really ran. */
export interface ThreadRow {
  readonly threads: number;
  readonly measurement: Measurement;
  /** T(1)/T(n) from paired blocks; null for one thread, and where there are too few pairs. */
  readonly speedup: Comparison | null;
  /** Fewest cores that must have worked at once. */
  readonly cores: number;
}

export interface ThreadRun {
  readonly rows: readonly ThreadRow[];
  /** Null with fewer than three thread counts or rounds. */
  readonly law: SerialShare | null;
}

/** The rows of a run by the threads that ran in them, each count once. */
export function threadRun(measured: readonly Measurement[]): ThreadRun {
  const ordered = measured
    .filter(({ threads }, index, all) => all.findIndex((other) => other.threads === threads) === index)
    .toSorted((one, other) => one.threads - other.threads);
  const one = ordered.find(({ threads }) => threads === 1);
  const rows = ordered.map((measurement): ThreadRow => {
    const { threads, chart } = measurement;
    const speedup = one && threads > 1 ? compareBlocks(chart.blocks, one.chart.blocks) : null;
    return { threads, measurement, speedup, cores: busyCores(speedup) };
  });
  const counts = ordered.map(({ threads }) => threads);
  const law = one ? fitSerialShare(counts, commonRounds(ordered.map(({ chart }) => chart.blocks))) : null;
  return { rows, law };
}
