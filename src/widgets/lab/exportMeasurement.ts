import { toCsv } from '../../store/csv.ts';
import { labFile } from '../../store/labFile.ts';
import type { Measurement } from '../../store/measurements.ts';

/** The whole measurement, raw samples and stamp included, as the lab imports it. */
export function jsonFile(measurement: Measurement): File {
  const text = labFile({ measurements: [measurement], runs: [] });
  return new File([text], fileName(measurement, 'json'), { type: 'application/json' });
}

/** One line for each sample, discarded ones too, with the block they came in. */
export function csvFile(measurement: Measurement): File {
  const header = ['sample', 'round', 'block_start_ms', 'milliseconds_per_run', 'runs_in_sample', 'discarded'];
  let count = 0;
  const rows = measurement.chart.blocks.flatMap((block) =>
    block.samples.map((sample) => {
      count += 1;
      return [count, block.round, block.startMs, sample, measurement.report.innerRuns, block.discarded ?? ''];
    }),
  );
  return new File([toCsv([header, ...rows])], fileName(measurement, 'csv'), { type: 'text/csv' });
}

const fileName = ({ provider, threads, batch, createdAt }: Measurement, ending: string): string =>
  `goodput-${provider}-${threads}t-batch${batch}-${createdAt.slice(0, 19).replaceAll(':', '')}.${ending}`;
